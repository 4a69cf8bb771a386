package downhill.lesson;

import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import downhill.run.Completed;
import downhill.run.Spec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run's schedule as a page shows it.
 *
 * @param name its name in the run contract
 * @param title what a reader calls it
 * @param fields its settings, and, empty, those of all other schedules, so that the lists of
 *     several runs keep their order
 * @param shape the rate of each update as a line, in a frame of 1000 × 1000 whose top is the
 *     greatest rate
 */
record ScheduleView(String name, String title, List<Field> fields, String shape) {

  private static final int FRAME = 1000;

  /** All schedules, by name. */
  public static final List<String> NAMES =
      Stream.of(ScheduleKind.values()).map(ScheduleKind::key).toList();

  /**
   * A setting.
   *
   * @param name in the short form
   * @param label what a reader calls it; empty where this schedule has no such setting
   * @param value empty likewise
   * @param whole whether it is a whole number
   */
  record Field(String name, String label, String value, boolean whole) {}

  static ScheduleView of(Completed run, Phrases phrases) {
    Spec spec = run.spec();
    List<Field> fields =
        Stream.of(ScheduleKind.values())
            .flatMap(kind -> kind.settings().stream())
            .map(Setting::name)
            .distinct()
            .map(name -> field(spec, name, phrases))
            .toList();
    String name = spec.schedule().key();
    String title = phrases.page("schedule." + name + ".title");
    return new ScheduleView(name, title, fields, shape(run));
  }

  private static Field field(Spec spec, String name, Phrases phrases) {
    String member = "schedule." + name;
    return spec.schedule().settings().stream()
        .filter(setting -> setting.name().equals(name))
        .map(
            setting ->
                new Field(
                    member,
                    phrases.page("sim." + member),
                    Figures.field(Objects.requireNonNull(spec.scheduleSettings().get(name))),
                    setting.whole()))
        .findFirst()
        .orElse(new Field(member, "", "", false));
  }

  /** Step k tells the rate that led to it, step 0 the one that will lead to step 1. */
  private static String shape(Completed run) {
    int updates = run.steps().size() - 1;
    double[] rates =
        IntStream.rangeClosed(Math.min(1, updates), updates)
            .mapToDouble(k -> run.steps().get(k).learningRate())
            .toArray();
    double top = IntStream.range(0, rates.length).mapToDouble(i -> rates[i]).max().orElse(1);
    double width = run.spec().steps();
    return IntStream.range(0, rates.length)
        .mapToObj(
            t ->
                Place.shortly(t * FRAME / width)
                    + ","
                    + Place.shortly(FRAME * (1 - rates[t] / top)))
        .collect(Collectors.joining(" "));
  }
}
