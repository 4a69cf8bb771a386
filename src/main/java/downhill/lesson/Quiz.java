package downhill.lesson;

import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import downhill.studio.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The questions of a lesson, and what is said to the answers that a reader gave. */
@Component
class Quiz {

  private final Runs runs;
  private final RunList runList;
  private final ShortForm shortForm;
  private final Phrases phrases;

  Quiz(Runs runs, RunList runList, ShortForm shortForm, Phrases phrases) {
    this.runs = runs;
    this.runList = runList;
    this.shortForm = shortForm;
    this.phrases = phrases;
  }

  /**
   * A question as a page shows it.
   *
   * @param question which
   * @param key begins the keys of its words
   * @param given the answers that the reader gave; empty before
   * @param mark {@code right}, {@code partly} or {@code wrong}; empty before an answer
   * @param words what is said to the answers, a sentence or two each
   */
  record Asked(
      Question question, String key, List<String> given, String mark, List<String> words) {}

  /**
   * All questions of a lesson.
   *
   * @param query of the page's address: an answer has the name of its question
   */
  List<Asked> of(Lesson lesson, MultiValueMap<String, String> query) {
    return lesson.questions().stream()
        .map(
            question ->
                asked(
                    lesson,
                    question,
                    question.key(lesson),
                    query.getOrDefault(question.id(), List.of())))
        .toList();
  }

  /** What there is before anything moves, of what a lesson's sim shows; none without a sim. */
  List<Peek> peek(Lesson lesson) {
    return lesson.hasSim()
        ? Peek.at(runs(lesson.sim(), lesson.shown()).get(0).ground(), phrases)
        : List.of();
  }

  /**
   * A question with its answer, for who teaches.
   *
   * @param key begins the keys of its words
   * @param right the names of the choices that are right; empty of a number
   * @param value the number, as the engine has it; empty of choices
   */
  record Key(Question question, String key, List<String> right, String value) {}

  /** The answers to the questions of a lesson. */
  List<Key> key(Lesson lesson) {
    return lesson.questions().stream()
        .map(
            question ->
                new Key(
                    question,
                    question.key(lesson),
                    question.right(),
                    question.asksForANumber() ? Figures.exact(value(lesson, question)) : ""))
        .toList();
  }

  /** The runs that settle a question. */
  List<Spec> runs(Lesson lesson, Question question) {
    return runs(question.on().isEmpty() ? lesson.sim() : question.on(), question.show());
  }

  private List<Spec> runs(String sim, String query) {
    if (sim.equals(Lesson.STUDIO)) {
      String slug = Sim.members(query).getOrDefault("example", "");
      return List.of(
          shortForm.read(Map.of("program", Examples.named(slug).orElseThrow().program())));
    }
    return runList.read(Sim.members(query), Sim.named(sim).orElseThrow()).specs();
  }

  private Asked asked(Lesson lesson, Question question, String key, List<String> given) {
    if (question.asksForANumber()) {
      return number(lesson, question, key, given.stream().limit(1).toList());
    }
    List<String> taken = given.stream().filter(question.choices()::containsKey).toList();
    if (taken.isEmpty()) {
      return new Asked(question, key, List.of(), "", List.of());
    }
    List<String> words =
        new ArrayList<>(
            taken.stream().map(choice -> phrases.page(key + "." + choice + ".why")).toList());
    long missing =
        question.choices().entrySet().stream()
            .filter(Map.Entry::getValue)
            .filter(choice -> !taken.contains(choice.getKey()))
            .count();
    boolean sound =
        taken.stream().allMatch(choice -> question.choices().getOrDefault(choice, false));
    if (sound && missing > 0) {
      words.add(phrases.page("quiz.missing"));
    }
    return new Asked(
        question, key, taken, !sound ? "wrong" : missing > 0 ? "partly" : "right", words);
  }

  /** The number that a question asks for, as the engine has it. */
  private double value(Lesson lesson, Question question) {
    return question.valueOf(runs.complete(runs(lesson, question).get(question.which())));
  }

  private Asked number(Lesson lesson, Question question, String key, List<String> given) {
    if (given.isEmpty() || given.get(0).isBlank()) {
      return new Asked(question, key, List.of(), "", List.of());
    }
    String text = given.get(0).strip().replace(',', '.').replace('−', '-');
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return new Asked(question, key, given, "wrong", List.of(phrases.page("quiz.number")));
    }
    double value = value(lesson, question);
    String mark = Question.isNear(number, value) ? "right" : "wrong";
    String words = phrases.page(key + "." + mark, Figures.exact(value), Figures.exact(number));
    return new Asked(question, key, given, mark, List.of(words));
  }
}
