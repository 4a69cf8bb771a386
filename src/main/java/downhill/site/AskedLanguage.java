package downhill.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of an answer: the one that the address names with {@code lang}, else, on a page, the
 * one that the browser likes best. What programs ask for is in English where its address names no
 * other: it may be kept by its address. Nothing is remembered.
 */
@Component("localeResolver")
class AskedLanguage implements LocaleResolver {

  private final Languages languages;

  AskedLanguage(Languages languages) {
    this.languages = languages;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return named(request).orElseGet(() -> liked(request));
  }

  /** The language that the address names, if it is one of ours. */
  Optional<Locale> named(HttpServletRequest request) {
    return languages.named(query(request));
  }

  private Locale liked(HttpServletRequest request) {
    return AddressKind.of(path(request)) == AddressKind.DATA
        ? Locale.ENGLISH
        : languages.liked(request.getHeader("Accept-Language"));
  }

  /** Of the address that was asked for, where an error is told too. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return String.valueOf(Objects.requireNonNullElse(failed, request.getRequestURI()))
        .substring(request.getContextPath().length());
  }

  private static @Nullable String query(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
    return failed == null ? request.getQueryString() : failed.toString();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The address chooses the language.");
  }
}
