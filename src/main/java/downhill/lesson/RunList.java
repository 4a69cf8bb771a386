package downhill.lesson;

import downhill.run.SeveralRuns;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The short form of a sim with several runs: one ground, start, seed and budget for all, and of
 * what moves a ball a list, see {@link SeveralRuns}.
 */
@Component
class RunList {

  private static final String RATE = "learningRate";

  private final ShortForm shortForm;
  private final Phrases phrases;

  RunList(ShortForm shortForm, Phrases phrases) {
    this.shortForm = shortForm;
    this.phrases = phrases;
  }

  /**
   * What was read.
   *
   * @param specs one for each run; they differ in what moves the ball alone
   * @param notices what was not used, and what was used instead
   */
  record Read(List<Spec> specs, List<String> notices) {}

  /** The runs that a sim shows where a link says nothing. */
  List<Spec> usual(Sim sim) {
    Map<String, String> query = sim.usualMembers();
    return IntStream.range(0, SeveralRuns.count(query))
        .mapToObj(i -> shortForm.read(SeveralRuns.of(query, i)))
        .toList();
  }

  /**
   * Reads forgivingly.
   *
   * @param query the query of an address
   * @param sim what is shown where the query says nothing, and of how many runs at most
   */
  Read read(Map<String, String> query, Sim sim) {
    List<Spec> usual = usual(sim);
    Map<String, String> members = new HashMap<>(query);
    if (leftBehind(members)) {
      members.remove("start");
    }
    forgetTheLastRule(members);
    Set<String> notices = new LinkedHashSet<>();
    int asked = SeveralRuns.count(members);
    if (asked > sim.most()) {
      notices.add(phrases.page("sim.notice.rates", asked, sim.most()));
    }
    boolean several = asked > 1 && usual.size() < sim.most();
    int runs = several ? Math.min(asked, sim.most()) : usual.size();
    List<Spec> specs = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Spec otherwise = usual.get(Math.min(i, usual.size() - 1));
      Map<String, String> own = SeveralRuns.of(members, i);
      UsualSchedules.fill(own, otherwise.steps());
      ShortForm.Forgiven forgiven = shortForm.readForgiving(own, otherwise);
      notices.addAll(forgiven.notices());
      specs.add(forgiven.spec());
    }
    return onOneGround(sim, specs, usual, notices);
  }

  /**
   * Writes the runs as {@link #read} takes them. What the sim begins with is written in any case:
   * where a link leaves it out the sim's own holds, and not the contract's default.
   */
  String write(Sim sim, List<Spec> specs) {
    List<Map<String, String>> runs = specs.stream().map(shortForm::members).toList();
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.keySet()));
    sim.usualMembers().keySet().stream()
        .filter(name -> !ShortForm.usual(name).isEmpty())
        .forEach(names::add);
    Map<String, String> whole = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values =
          runs.stream().map(run -> run.getOrDefault(name, ShortForm.usual(name))).toList();
      boolean one = !name.equals(RATE) && values.stream().distinct().count() == 1;
      whole.put(
          name, one || !ShortForm.movesTheBall(name) ? values.get(0) : String.join(",", values));
    }
    return ShortForm.query(whole);
  }

  /** The drawing has one landscape: what another number of parameters needs is not shown here. */
  private Read onOneGround(Sim sim, List<Spec> specs, List<Spec> usual, Set<String> notices) {
    Spec first = specs.get(0);
    String wrong = wrong(sim, first, usual.get(0));
    if (wrong.isEmpty()) {
      return new Read(specs, List.copyOf(notices));
    }
    String name = first.ground().source().name();
    String kind = first.ground().source().kind();
    notices.add(phrases.page("sim.notice." + wrong, name.isEmpty() ? kind : name));
    return new Read(usual, List.copyOf(notices));
  }

  /** Why a sim cannot show a run; empty where it can. */
  private static String wrong(Sim sim, Spec spec, Spec usual) {
    boolean data = spec.ground().fit() != null;
    if (sim.takesAnyGround()) {
      return data ? "data" : "";
    }
    if (usual.ground().fit() != null && !data) {
      return "no-data";
    }
    return spec.start().length == usual.start().length ? "" : "two";
  }

  /**
   * Whether the start belongs to ground that was just exchanged for another: the form says with
   * {@code was} which curve or surface and which start it showed.
   */
  private static boolean leftBehind(Map<String, String> members) {
    String[] was = members.getOrDefault("was", "").split("@", 2);
    return was.length == 2
        && !was[0].replace(" ", "").equals(ground(members))
        && was[1].equals(members.get("start"));
  }

  private static @Nullable String ground(Map<String, String> members) {
    return Stream.of("curve", "surface", "formula", "heights")
        .map(members::get)
        .filter(Objects::nonNull)
        .map(ground -> ground.replace(" ", ""))
        .findFirst()
        .orElse(null);
  }

  /** Settings belong to a rule: one that was just exchanged for another takes them with it. */
  private static void forgetTheLastRule(Map<String, String> members) {
    String was = members.get("was-rule");
    if (was != null && !was.equals(members.get("optimizer"))) {
      members
          .keySet()
          .removeIf(
              name ->
                  ShortForm.movesTheBall(name)
                      && !name.startsWith("schedule")
                      && !Set.of("optimizer", RATE).contains(name));
    }
  }
}
