package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.run.Completed;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  static List<RacerView> all(List<Completed> runs, Sim sim, Phrases phrases) {
    List<String> titles =
        Titles.of(
            runs.stream()
                .map(Completed::spec)
                .map(
                    spec ->
                        sim.listsBatches() ? Flavour.of(spec).title(phrases) : rule(spec, phrases))
                .toList(),
            phrases);
    List<String> settings =
        runs.stream().flatMap(run -> run.spec().settings().keySet().stream()).distinct().toList();
    return IntStream.range(0, runs.size())
        .mapToObj(i -> of(runs.get(i).spec(), titles.get(i), settings))
        .toList();
  }

  private static RacerView of(Spec spec, String title, List<String> settings) {
    Map<String, Double> own = spec.settings();
    return new RacerView(
        title,
        spec.optimizer().key(),
        settings.stream()
            .map(name -> new Field(name, own.containsKey(name) ? Figures.field(own.get(name)) : ""))
            .toList());
  }

  private static String rule(Spec spec, Phrases phrases) {
    return phrases.page("optimizer." + spec.optimizer().key() + ".title");
  }
}
