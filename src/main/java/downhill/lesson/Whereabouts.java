package downhill.lesson;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a page is: on paper, and to whoever lists or shares it, a link needs its whole address. */
@ControllerAdvice({"downhill.lesson", "downhill.embed"})
public class Whereabouts {

  /** Where the reader found us. */
  @ModelAttribute("origin")
  String origin(HttpServletRequest request) {
    return of(request);
  }

  /** Where we are, as whoever asks sees it: scheme, name and port, as in {@code https://x.org}. */
  public static String of(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromRequestUri(request).replacePath(null).toUriString();
  }
}
