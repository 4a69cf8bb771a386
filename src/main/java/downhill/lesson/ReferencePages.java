package downhill.lesson;

import downhill.lesson.Quiz.Key;
import downhill.run.Tongue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages beside the lessons: what one looks up, prints, or teaches by. */
@Controller
class ReferencePages {

  private final Glossary glossary;
  private final Quiz quiz;
  private final Sims sims;
  private final Ran ran;
  private final Phrases phrases;
  private final Tellings tellings;

  ReferencePages(
      Glossary glossary, Quiz quiz, Sims sims, Ran ran, Phrases phrases, Tellings tellings) {
    this.glossary = glossary;
    this.quiz = quiz;
    this.sims = sims;
    this.ran = ran;
    this.phrases = phrases;
    this.tellings = tellings;
  }

  /** A question with its answer, its figures filled in. */
  record Answered(String id, String answer, String show) {}

  @GetMapping("/glossary")
  String glossary(Model model) {
    model.addAttribute("reference", "glossary");
    model.addAttribute("terms", glossary.terms(Tongue.spoken()));
    return "reference/glossary";
  }

  @GetMapping("/questions")
  String questions(Model model) {
    model.addAttribute("reference", "questions");
    model.addAttribute("questions", OftenAsked.ALL.stream().map(this::answered).toList());
    return "reference/questions";
  }

  @GetMapping("/summary")
  String summary(Model model) {
    model.addAttribute("reference", "summary");
    model.addAttribute("lessons", Lesson.ALL);
    model.addAttribute(
        "thumbnails",
        Lesson.ALL.stream()
            .filter(lesson -> Sim.named(lesson.sim()).isPresent())
            .collect(
                Collectors.toMap(
                    Lesson::slug,
                    lesson -> sims.thumbnail(Sim.named(lesson.sim()).orElseThrow()))));
    return "reference/summary";
  }

  @GetMapping("/teach")
  String teach(Model model) {
    Map<Lesson, List<Key>> keys = new LinkedHashMap<>();
    Lesson.ALL.forEach(lesson -> keys.put(lesson, quiz.key(lesson)));
    model.addAttribute("reference", "teach");
    model.addAttribute("keys", keys);
    model.addAttribute("telling", tellings.language("teach"));
    return "reference/teach";
  }

  private Answered answered(OftenAsked asked) {
    Object[] figures = asked.figures().apply(ran).toArray();
    String answer = phrases.page("ask." + asked.id() + ".answer", figures);
    return new Answered(asked.id(), answer, asked.show());
  }
}
