package downhill.lesson;

import downhill.run.ShortForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages. */
@Controller
class PageController {

  /** The three tellings of a lesson. */
  private static final List<String> DEPTHS = List.of("five", "lesson", "maths");

  private final Sims sims;
  private final Quiz quiz;
  private final Pictures pictures;
  private final Listing listing;
  private final StudioViews studio;

  PageController(Sims sims, Quiz quiz, Pictures pictures, Listing listing, StudioViews studio) {
    this.sims = sims;
    this.quiz = quiz;
    this.pictures = pictures;
    this.listing = listing;
    this.studio = studio;
  }

  @GetMapping("/")
  String home(
      @RequestParam MultiValueMap<String, String> query,
      @ModelAttribute("origin") String origin,
      Model model) {
    model.addAttribute("sim", sims.view(Sim.named("roll").orElseThrow(), Exhibits.joined(query)));
    model.addAttribute("lessons", Lesson.COURSE);
    model.addAttribute(
        "written", Lesson.ALL.stream().collect(Collectors.toMap(Lesson::slug, each -> each)));
    model.addAttribute("listing", listing.course(origin));
    return "lesson/home";
  }

  @GetMapping("/sims")
  String sims(Model model) {
    model.addAttribute("here", "page");
    model.addAttribute("sims", Sim.ALL);
    model.addAttribute("training", studio.card());
    model.addAttribute(
        "thumbnails", Sim.ALL.stream().collect(Collectors.toMap(Sim::name, sims::thumbnail)));
    return "lesson/sims";
  }

  @GetMapping("/sims/{name}")
  String sim(
      @PathVariable String name, @RequestParam MultiValueMap<String, String> query, Model model) {
    Sim sim =
        Sim.named(name)
            .filter(found -> found.path().endsWith("/sims/" + name))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("sim", sims.view(sim, Exhibits.joined(query)));
    return "lesson/sim";
  }

  @GetMapping("/playground")
  String playground(@RequestParam MultiValueMap<String, String> query, Model model) {
    Sim sim = Sim.named("playground").orElseThrow();
    model.addAttribute("sim", sims.view(sim, sim.orOpening(Exhibits.joined(query))));
    return "lesson/sim";
  }

  /** A lesson, in the depth asked for; where none is, a script may know the one chosen last. */
  @GetMapping("/lessons/{slug}")
  String lesson(
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> query,
      @ModelAttribute("origin") String origin,
      Model model) {
    Lesson lesson =
        Lesson.named(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Map<String, String> asked = Exhibits.joined(query);
    Sim.named(lesson.sim()).ifPresent(sim -> show(sim, lesson, asked, model));
    if (lesson.hasProgram()) {
      model.addAttribute(
          "studio",
          studio.asked(asked.get("program"), asked.get("example"), asked.containsKey("run")));
    }
    model.addAttribute("lesson", lesson);
    model.addAttribute("listing", listing.lesson(lesson, origin));
    model.addAttribute("peek", quiz.peek(lesson));
    model.addAttribute("quiz", quiz.of(lesson, query));
    model.addAttribute("next", lesson.next().orElse(null));
    model.addAttribute("before", lesson.before().orElse(null));
    model.addAttribute("written", Lesson.ALL.stream().map(Lesson::slug).toList());
    model.addAttribute("depths", DEPTHS);
    String depth = asked.getOrDefault("depth", "");
    model.addAttribute("depth", DEPTHS.contains(depth) ? depth : DEPTHS.get(1));
    return "lesson/lesson";
  }

  /** The sim as the words tell of it, and as the address asks for it where it does. */
  private void show(Sim sim, Lesson lesson, Map<String, String> asked, Model model) {
    SimView told = sims.view(sim, lesson.members());
    boolean other = asked.keySet().stream().anyMatch(ShortForm::isMember);
    model.addAttribute("told", told);
    model.addAttribute("sim", other ? sims.view(sim, asked) : told);
  }

  /** The picture of the Playground as a file. */
  @GetMapping("/playground.svg")
  ResponseEntity<String> picture(
      @RequestParam MultiValueMap<String, String> query, @ModelAttribute("origin") String origin) {
    SimView sim = sims.view(Sim.named("playground").orElseThrow(), Exhibits.joined(query));
    return ResponseEntity.ok()
        .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"downhill.svg\"")
        .body(pictures.svg(sim, origin));
  }
}
