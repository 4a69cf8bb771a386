package downhill.lesson;

import downhill.run.ShortForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which sim is on which of our pages, for those who set it into pages of their own. */
public final class SimPages {

  private static final String STUDIO = Lesson.STUDIO;
  private static final String PROGRAM = "program";
  private static final String EXAMPLE = "example";

  private SimPages() {}

  /**
   * A sim with its state.
   *
   * @param sim its name
   * @param path the address of the page that shows it
   * @param asked the members that the address has of those that say what it shows: of the short
   *     form, and the sim's own
   * @param state the same, or where there are none what the page has the sim show
   */
  public record Shown(
      String sim, String path, Map<String, String> asked, Map<String, String> state) {

    /** The same with other texts as the members' values. */
    public Shown written(UnaryOperator<String> writing) {
      return new Shown(sim, path, written(asked, writing), written(state, writing));
    }

    private static Map<String, String> written(
        Map<String, String> members, UnaryOperator<String> writing) {
      Map<String, String> written = new LinkedHashMap<>(members);
      written.replaceAll((name, value) -> writing.apply(value));
      return written;
    }
  }

  /**
   * The sim that a page shows.
   *
   * @param path of the page, such as {@code /lessons/schedules}
   * @param query its query's members; those that say nothing of a sim are passed over
   * @return nothing where there is no such page, or none of ours with a sim
   */
  public static Optional<Shown> at(String path, Map<String, String> query) {
    if (path.equals("/")) {
      return Optional.of(shown("roll", path, query, Map.of()));
    }
    if (path.startsWith("/lessons/")) {
      return Lesson.named(path.substring("/lessons/".length()))
          .filter(Lesson::hasSim)
          .map(lesson -> shown(lesson.sim(), lesson.path(), query, lesson.members()));
    }
    return Exhibits.NAMES.stream()
        .filter(name -> path.equals(path(name)))
        .findFirst()
        .flatMap(n -> of(n, query));
  }

  /**
   * A sim on its own page.
   *
   * @param sim its name
   * @param query members of an address; those that say nothing of a sim are passed over
   * @return nothing where there is no such sim
   */
  public static Optional<Shown> of(String sim, Map<String, String> query) {
    return Exhibits.NAMES.stream()
        .filter(sim::equals)
        .findFirst()
        .map(name -> shown(name, path(name), query, opening(name)));
  }

  private static Shown shown(
      String sim, String path, Map<String, String> query, Map<String, String> opening) {
    Map<String, String> asked = new LinkedHashMap<>(query);
    asked.keySet().removeIf(name -> !says(sim, name));
    return new Shown(sim, path, asked, asked.isEmpty() ? opening : asked);
  }

  private static Map<String, String> opening(String sim) {
    return Sim.named(sim).map(found -> found.orOpening(Map.of())).orElse(Map.of());
  }

  private static String path(String sim) {
    return Sim.named(sim).map(Sim::path).orElse(StudioPage.PATH);
  }

  private static boolean says(String sim, String member) {
    if (sim.equals(STUDIO)) {
      return member.equals(PROGRAM) || member.equals(EXAMPLE);
    }
    return ShortForm.isMember(member) && !member.equals(PROGRAM)
        || member.equals(Sign.MEMBER)
        || member.equals(Sim.RESTARTS);
  }
}
