package downhill.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Carries the language that the address names on: through every link of a page to another and
 * through every form. Files that have no words, and data, have one address for all.
 */
@Component("requestDataValueProcessor")
class LanguageLinks implements RequestDataValueProcessor {

  /** The one drawing with words that has an address of its own. */
  private static final String DRAWING = "/playground.svg";

  private final AskedLanguage asked;

  LanguageLinks(AskedLanguage asked) {
    this.asked = asked;
  }

  /** What comes and goes is written as an attribute's value, with its ampersands escaped. */
  @Override
  public String processUrl(HttpServletRequest request, String url) {
    String origin = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    String ours = url.startsWith(origin) ? url.substring(origin.length()) : url;
    String path = ours.split("[?#]", 2)[0];
    if (!path.startsWith("/") || path.startsWith("//") || !hasWords(path)) {
      return url;
    }
    return asked.named(request).map(language -> with(language, url)).orElse(url);
  }

  private static boolean hasWords(String path) {
    return path.equals(DRAWING) || AddressKind.of(path).hasWords();
  }

  private static String with(Locale language, String url) {
    int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
    String joint = url.substring(0, end).contains("?") ? "&amp;" : "?";
    return url.substring(0, end) + joint + "lang=" + language.toLanguageTag() + url.substring(end);
  }

  /** A form that asks puts its fields in place of its address's query. */
  @Override
  public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    return asked
        .named(request)
        .map(language -> Map.of("lang", language.toLanguageTag()))
        .orElse(Map.of());
  }

  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    return action;
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, @Nullable String name, String value, String type) {
    return value;
  }
}
