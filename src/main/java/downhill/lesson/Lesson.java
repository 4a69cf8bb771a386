package downhill.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lesson: one question, the sim that answers it, and what is asked at its end. Its three tellings
 * are the fragments of {@code templates/lessons/LANGUAGE/SLUG.html}, its other words are in {@code
 * lessons.properties}.
 *
 * @param slug as in its address
 * @param sim the name of its sim; empty where the template's fragment {@code picture} stands in for
 *     one
 * @param shown the short form of what the sim shows at first, which the words speak of; empty
 *     without a sim
 * @param questions to check one's understanding
 */
record Lesson(String slug, String sim, String shown, List<Question> questions) {

  /** What the Studio is called where a sim is named; its short form is {@code example=SLUG}. */
  static final String STUDIO = "studio";

  /** The course, in its order. */
  static final List<String> COURSE =
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

  /** The sims that are near a lesson, beside its own. */
  private static final Map<String, List<String>> NEAR =
      Map.of(
          "in-the-dark", List.of("roll", "restarts"),
          "rolling-downhill", List.of("fog", "arithmetic"),
          "the-update-rule", List.of("roll", "inside"),
          "learning-rate", List.of("roll", "schedules"),
          "schedules", List.of("three-rates", "valleys"),
          "local-minima", List.of("restarts", "fog"),
          "momentum-and-adam", List.of("inside", "arithmetic"),
          "batches", List.of("schedules", "race"),
          "train-a-network", List.of("batches", "race"),
          "where-it-shows-up", List.of("roll", "race"));

  /** Those that are written, in the order of the course. */
  static final List<Lesson> ALL =
      Stream.of(FirstLessons.ALL, LaterLessons.ALL).flatMap(List::stream).toList();

  /** The one of a name, where it is written. */
  static Optional<Lesson> named(String slug) {
    return ALL.stream().filter(lesson -> lesson.slug.equals(slug)).findFirst();
  }

  /** Its address. */
  public String path() {
    return "/lessons/" + slug;
  }

  /** Whether there is a sim above its words. */
  public boolean hasSim() {
    return !sim.isEmpty();
  }

  /** Whether its sim is the Studio, which shows a program and no ball. */
  public boolean hasProgram() {
    return sim.equals(STUDIO);
  }

  /** Its place in the course, from 1. */
  public int place() {
    return COURSE.indexOf(slug) + 1;
  }

  /** The slug of the lesson after it; empty after the last. */
  public Optional<String> next() {
    return COURSE.stream().skip(place()).findFirst();
  }

  /** The slug of the lesson before it; empty before the first. */
  public Optional<String> before() {
    return COURSE.stream().limit(place() - 1).reduce((first, second) -> second);
  }

  /** Its own sim, those near it, and the one where everything can be tried. */
  public List<Sim> sims() {
    return Stream.of(
            Stream.of(sim), NEAR.getOrDefault(slug, List.of()).stream(), Stream.of("playground"))
        .flatMap(names -> names)
        .filter(name -> !name.isEmpty() && !name.equals(STUDIO))
        .map(name -> Sim.named(name).orElseThrow())
        .toList();
  }

  /** The members of what its sim shows at first. */
  Map<String, String> members() {
    return Sim.members(shown);
  }
}
