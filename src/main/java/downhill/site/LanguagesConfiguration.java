package downhill.site;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the languages once. */
@Configuration(proxyBeanMethods = false)
class LanguagesConfiguration {

  @Bean
  Languages languages(ResourcePatternResolver files) throws IOException {
    return Languages.found(files);
  }
}
