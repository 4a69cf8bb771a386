package downhill.lesson;

import downhill.run.Refused;
import downhill.studio.Examples;
import downhill.studio.Examples.Example;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the Studio. */
@Controller
class StudioPage {

  /** Its address. */
  static final String PATH = "/studio";

  /** Of what an address has wrong, so many characters are told again. */
  private static final int MOST_QUOTED = 40;

  private final StudioViews views;
  private final Phrases phrases;

  StudioPage(StudioViews views, Phrases phrases) {
    this.views = views;
    this.phrases = phrases;
  }

  /** A program whose training was asked for gets none while the server takes on no more. */
  @ExceptionHandler
  void refused(Refused refused, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }

  /**
   * The page.
   *
   * @param program the reader's own; where it is not given, the example's
   * @param example the slug of one to start from
   * @param run whether the server is to train it, as it does where no script runs; a link alone
   *     asks for no training
   */
  @GetMapping(PATH)
  String studio(
      @RequestParam(required = false) @Nullable String program,
      @RequestParam(required = false) @Nullable String example,
      @RequestParam(required = false) @Nullable String run,
      Model model) {
    List<String> notices = new ArrayList<>();
    Optional<Example> named = Optional.ofNullable(example).flatMap(Examples::named);
    if (example != null && program == null && named.isEmpty()) {
      notices.add(
          phrases.page(
              "studio.example.unknown",
              example.substring(0, Math.min(MOST_QUOTED, example.length()))));
    }
    String text =
        program != null
            ? program.replace("\r\n", "\n").replace('\r', '\n')
            : named.orElse(Examples.all().get(0)).program();
    model.addAttribute("studio", views.view(text, notices, run != null));
    return "lesson/studio";
  }
}
