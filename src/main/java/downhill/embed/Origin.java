package downhill.embed;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where we are, as whoever asks sees it. */
final class Origin {

  private Origin() {}

  /** Scheme, name and port, as in {@code https://example.org}. */
  static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromRequestUri(request).replacePath(null).toUriString();
  }
}
