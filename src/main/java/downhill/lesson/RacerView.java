package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.run.Completed;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A run among several over one map, as its row shows it.
 *
 * @param title what it is called, different for each
 * @param optimizer its rule
 * @param settings the settings of all rules that take part; some are not of its own
 */
record RacerView(String title, String optimizer, List<Field> settings) {

  /**
   * A field of the form.
   *
   * @param name the setting
   * @param value its value; empty where the rule has no such setting
   */
  record Field(String name, String value) {

    /** Whether the rule has such a setting. */
    public boolean own() {
      return !value.isEmpty();
    }
  }

  /** The rules there are. */
  public List<String> rules() {
    return Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList();
  }

  /** Whether its rule has any setting. */
  public boolean anyOwn() {
    return settings.stream().anyMatch(Field::own);
  }

  /** The mark of the run at a place, as a path; those of the script's {@code markers.js}. */
  public String mark(int place) {
    return MARKS.get(place);
  }

  private static final List<String> MARKS =
      List.of(
          "M12 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
          "M13 6H21V14H13Z",
          "M17 4L22.5 14H11.5Z",
          "M17 4L22.5 10L17 16L11.5 10Z",
          "M17 16L22.5 6H11.5Z",
          "M15 4.5H19V8H22.5V12H19V15.5H15V12H11.5V8H15Z");

  /** The rows of all runs. */
  static List<RacerView> all(List<Completed> runs, Phrases phrases) {
    List<String> settings =
        runs.stream().flatMap(run -> run.spec().settings().keySet().stream()).distinct().toList();
    return runs.stream().map(run -> of(run.spec(), runs, settings, phrases)).toList();
  }

  private static RacerView of(
      Spec spec, List<Completed> runs, List<String> settings, Phrases phrases) {
    Map<String, Double> own = spec.settings();
    return new RacerView(
        title(spec, runs, phrases),
        spec.optimizer().key(),
        settings.stream()
            .map(name -> new Field(name, own.containsKey(name) ? Figures.field(own.get(name)) : ""))
            .toList());
  }

  /** The rule, and its place among those of the same rule where there are several. */
  private static String title(Spec spec, List<Completed> runs, Phrases phrases) {
    OptimizerKind rule = spec.optimizer();
    String name = phrases.page("optimizer." + rule.key() + ".title");
    List<Spec> same =
        runs.stream().map(Completed::spec).filter(each -> each.optimizer() == rule).toList();
    return same.size() == 1 ? name : phrases.page("sim.race.nth", name, 1 + place(same, spec));
  }

  private static int place(List<Spec> specs, Spec spec) {
    int place = 0;
    while (specs.get(place) != spec) {
      place++;
    }
    return place;
  }
}
