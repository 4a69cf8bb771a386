package downhill.lesson;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the Studio. */
@Controller
class StudioPage {

  /** Its address. */
  static final String PATH = "/studio";

  private final StudioViews views;

  StudioPage(StudioViews views) {
    this.views = views;
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
    model.addAttribute("studio", views.asked(program, example, run != null));
    return "lesson/studio";
  }
}
