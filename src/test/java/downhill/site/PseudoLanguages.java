package downhill.site;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Languages that nobody speaks, made of the English words: what a page does not bear of them it
 * would not bear of a real one. They are reachable in tests alone.
 */
@TestConfiguration(proxyBeanMethods = false)
class PseudoLanguages {

  /** Every word longer, all in all by about two fifths. */
  static final String LONG = "en-XA";

  /** Written from right to left. */
  static final String LEFTWARDS = "en-XB";

  /** Full of signs that mean something in HTML, in JSON and in scripts. */
  static final String SIGNS = "en-XC";

  /** Would be an element if a page took words for markup, and asks for what is not there. */
  private static final String INJECTED =
      " \"><img src=\"x\" class=\"injected\">&lt;<!--</script>`$";

  private static final Map<String, UnaryOperator<String>> MADE =
      Map.of(
          LONG, words -> outside(words, text -> text.replaceAll("[aeiouyAEIOUY]", "$0$0")),
          LEFTWARDS, words -> words,
          SIGNS, words -> words.isEmpty() ? words : words + INJECTED);

  @Bean
  @Primary
  Languages pseudoLanguages(ResourcePatternResolver files) throws Exception {
    return new Languages(
        Stream.concat(
                Languages.found(files).all().stream(),
                List.of(LONG, LEFTWARDS, SIGNS).stream().map(Locale::forLanguageTag))
            .toList());
  }

  @Bean
  static BeanPostProcessor pseudoMessages() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("messageSource") ? new Pseudo((MessageSource) bean) : bean;
      }
    };
  }

  /** Changes a pattern where no value is filled in. */
  private static String outside(String pattern, UnaryOperator<String> change) {
    return Pattern.compile("\\{[^}]*}|[^{]+")
        .matcher(pattern)
        .replaceAll(
            piece ->
                piece.group().startsWith("{")
                    ? piece.group()
                    : change.apply(piece.group()).replace("$", "\\$"));
  }

  /** Speaks the made-up languages, and leaves the real ones to the real messages. */
  private static final class Pseudo extends AbstractMessageSource {

    private static final List<ResourceBundle> ENGLISH =
        Stream.of("messages", "lessons", "reference")
            .map(name -> ResourceBundle.getBundle(name, Locale.ROOT))
            .toList();

    Pseudo(MessageSource real) {
      setParentMessageSource(real);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
      UnaryOperator<String> made = MADE.get(locale.toLanguageTag());
      if (made == null) {
        return null;
      }
      return switch (code) {
        case "language.name" -> locale.toLanguageTag();
        case "language.direction" -> locale.toLanguageTag().equals(LEFTWARDS) ? "rtl" : "ltr";
        default ->
            ENGLISH.stream()
                .filter(words -> words.containsKey(code))
                .map(words -> made.apply(words.getString(code)))
                .findFirst()
                .orElse(null);
      };
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
      String pattern = resolveCodeWithoutArguments(code, locale);
      return pattern == null ? null : new MessageFormat(pattern, locale);
    }
  }
}
