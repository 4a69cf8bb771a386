package downhill.lesson;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages. */
@Controller
class PageController {

  /** The lessons, in the order of the course. */
  private static final List<String> LESSONS =
      List.of(
          "in-the-dark",
          "rolling-downhill",
          "the-update-rule",
          "learning-rate",
          "schedules",
          "local-minima",
          "momentum-and-adam",
          "batches",
          "train-a-network",
          "where-it-shows-up");

  private final Sims sims;

  PageController(Sims sims) {
    this.sims = sims;
  }

  @GetMapping("/")
  String home(@RequestParam Map<String, String> query, Model model) {
    model.addAttribute("sim", sims.roll(query));
    model.addAttribute("lessons", LESSONS);
    return "lesson/home";
  }

  @GetMapping("/sims")
  String sims(Model model) {
    model.addAttribute("here", "page");
    model.addAttribute("roll", sims.thumbnail("roll"));
    model.addAttribute("threeRates", sims.thumbnail("three-rates"));
    return "lesson/sims";
  }

  @GetMapping("/sims/roll")
  String roll(@RequestParam Map<String, String> query, Model model) {
    model.addAttribute("sim", sims.roll(query));
    return "lesson/roll";
  }

  @GetMapping("/sims/three-rates")
  String threeRates(@RequestParam Map<String, String> query, Model model) {
    model.addAttribute("sim", sims.threeRates(query));
    return "lesson/three-rates";
  }
}
