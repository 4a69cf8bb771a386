package downhill.site;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages of other origins use the data: it is public, and there is no account to abuse. */
@Component
class SharedData implements WebMvcConfigurer {

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry
        .addMapping("/api/**")
        .allowedOrigins("*")
        .allowedMethods("GET", "HEAD", "POST")
        .exposedHeaders("ETag", "Retry-After")
        .maxAge(86_400);
    registry.addMapping("/oembed").allowedOrigins("*").allowedMethods("GET", "HEAD");
  }
}
