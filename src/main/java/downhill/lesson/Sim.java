package downhill.lesson;

import downhill.run.ShortForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server has to know of a sim: the rest is the fragment and the script of its name.
 *
 * @param name as in its address
 * @param usual what is shown where a link says nothing: a short form, lists for several runs
 * @param most how many runs it can show at once
 * @param fields what its form asks for beside what all forms do, in names of the short form
 * @param foggy whether the ground is hidden, but for what lies around the start
 */
record Sim(String name, String usual, int most, Set<String> fields, boolean foggy) {

  /** The member of a link that says how many starts are drawn. */
  static final String RESTARTS = "restarts";

  private static final Set<String> ALWAYS = Set.of("curve", "start", "learningRate", "steps");

  /** All sims, in the order of the course. */
  static final List<Sim> ALL =
      List.of(
          new Sim(
              "fog",
              "curve=bumpy&start=0.6&optimizer=sgd&learningRate=0.1&steps=40&seed=1",
              1,
              Set.of(),
              true),
          new Sim("roll", "curve=bumpy&start=3&optimizer=sgd&learningRate=0.1", 1),
          new Sim(
              "arithmetic",
              "curve=valley&start=2.5&optimizer=sgd&learningRate=0.1&tolerance=0.001",
              1,
              Set.of("optimizer", "momentum", "beta1", "beta2", "epsilon", Sign.MEMBER)),
          new Sim(
              "three-rates",
              "curve=steep-valley&start=2.5&optimizer=sgd&learningRate=0.03,0.2,0.48",
              3),
          new Sim(
              "race",
              "surface=ravine&start=-4.5,1&optimizer=sgd,momentum,rmsprop,adam"
                  + "&learningRate=0.09,0.12,0.1,0.4&steps=300&momentum=,0.5,,",
              6,
              Set.of("surface")),
          new Sim(
              "inside",
              "surface=ravine&start=-4.5,1.25&optimizer=momentum&learningRate=0.0875&momentum=0.75",
              1,
              Set.of("surface")),
          new Sim(
              "schedules",
              "curve=valley&start=4&optimizer=sgd&learningRate=0.4,0.4,0.4"
                  + "&noise=2"
                  + "&schedule=constant,inverse-time,cosine&schedule.decay=,0.05,"
                  + "&schedule.over=,,200&seed=1",
              3,
              Set.of("schedule", "noise", "seed")),
          new Sim(
              "valleys",
              "curve=bumpy&start=3.8&optimizer=sgd&learningRate=0.1",
              1,
              Set.of("optimizer", "momentum", "noise")),
          new Sim(
              "restarts",
              "curve=bumpy&start=3.8&optimizer=sgd&learningRate=0.1&seed=1",
              1,
              Set.of("optimizer", "momentum", "noise", "seed", Sim.RESTARTS)),
          new Sim(
              "batches",
              "data=lemonade&scale=true&start=0,0&optimizer=sgd"
                  + "&learningRate=0.05,0.05,0.05&steps=180&batch=all,1,8&seed=1",
              3,
              Set.of("data", "points", "scale", "batch", "seed")),
          new Sim(
              "playground",
              "curve=bumpy&start=-5.5&optimizer=sgd&learningRate=0.1&steps=300",
              6,
              Set.of(
                  "surface",
                  "formula",
                  "heights",
                  "domain",
                  "optimizer",
                  "schedule",
                  "noise",
                  "seed",
                  "tolerance")));

  /** One that asks for nothing of its own. */
  Sim(String name, String usual, int most) {
    this(name, usual, most, Set.of());
  }

  /** One by daylight. */
  Sim(String name, String usual, int most, Set<String> fields) {
    this(name, usual, most, fields, false);
  }

  /** Its address. */
  public String path() {
    return takesAnyGround() ? "/" + name : "/sims/" + name;
  }

  /**
   * What is asked for, or, where that is nothing, more to look at than the usual.
   *
   * @param asked the query of an address
   */
  Map<String, String> orOpening(Map<String, String> asked) {
    if (!takesAnyGround() || asked.keySet().stream().anyMatch(ShortForm::isMember)) {
      return asked;
    }
    Map<String, String> opening = new LinkedHashMap<>(asked);
    opening.put("optimizer", "sgd,momentum,adam");
    opening.put("learningRate", "0.1,0.1,0.7");
    return opening;
  }

  /** Whether its runs may go over anything, by any number of parameters that can be drawn. */
  boolean takesAnyGround() {
    return fields.contains("formula");
  }

  /** Whether it plays many runs from starts that are drawn. */
  boolean draws() {
    return fields.contains(RESTARTS);
  }

  /** The members of what is shown where a link says nothing. */
  Map<String, String> usualMembers() {
    return members(usual);
  }

  /** The members of a short form that has nothing to decode. */
  static Map<String, String> members(String query) {
    return Arrays.stream(query.split("&"))
        .map(member -> member.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> pair[1], (once, again) -> again, LinkedHashMap::new));
  }

  /** Whether its form has a field for a member of the short form. */
  boolean asksFor(String member) {
    return ALWAYS.contains(member) || fields.contains(member.split("\\.", 2)[0]);
  }

  /** Whether each of its runs is a row with a rule and settings to choose. */
  boolean listsRules() {
    return fields.contains("surface");
  }

  /** Whether the inside of its one run's rule is turned out. */
  boolean looksInside() {
    return listsRules() && most == 1;
  }

  /**
   * Whether it heeds noise on the slope: where that would contradict what it shows, it does not.
   */
  boolean heedsNoise() {
    return !draws() && !looksInside();
  }

  /** Whether its runs differ in how much of the data each update looks at. */
  boolean listsBatches() {
    return fields.contains("batch");
  }

  /** The one of a name. */
  static Optional<Sim> named(String name) {
    return ALL.stream().filter(sim -> sim.name.equals(name)).findFirst();
  }
}
