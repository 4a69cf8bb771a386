package downhill.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The words of a lesson as they are written, to be held to what the engine says. */
final class Telling {

  private Telling() {}

  /** All three tellings of a lesson, without their marks, with one space between words. */
  static String of(String slug) {
    try {
      return new ClassPathResource("templates/lessons/en/" + slug + ".html")
          .getContentAsString(StandardCharsets.UTF_8)
          .replaceAll("\\s*</?m(?!ath)[a-z]*( [^>]*)?/?>\\s*", "")
          .replaceAll("<[^>]*>", " ")
          .replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
