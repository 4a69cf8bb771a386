package downhill.studio;

import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a training's optimizer and schedule. An optimizer's go by their names in the run
 * contract, as names are written in programs ({@code weight_decay}); a schedule's have {@code
 * schedule_} in front.
 */
final class TrainSettings {

  /** What every training can be told, in the order in which it is best met. */
  static final List<String> OPTIONS =
      List.of("on", "rounds", "speed", "batch", "optimizer", "schedule", "seed", "hold_out");

  /** The settings that last as long as the training where the program does not say. */
  static final Set<String> LAST_ALL_ROUNDS = Set.of("over", "period");

  private final Options options;
  private final Amounts amounts;
  private final OptimizerKind optimizer;
  private final ScheduleKind schedule;

  TrainSettings(Options options, Amounts amounts, OptimizerKind optimizer, ScheduleKind schedule) {
    this.options = options;
    this.amounts = amounts;
    this.optimizer = optimizer;
    this.schedule = schedule;
  }

  static String written(Setting setting) {
    return Vocabulary.written(setting.name());
  }

  static String writtenOfSchedule(Setting setting) {
    return "schedule_" + written(setting);
  }

  static boolean lastsAllRounds(Setting setting) {
    return LAST_ALL_ROUNDS.contains(setting.name());
  }

  /** Refuses an option that there is not, and a setting of what was not chosen. */
  void refuseUnknown() {
    List<String> known = new ArrayList<>(OPTIONS);
    optimizer.settings().forEach(setting -> known.add(written(setting)));
    schedule.settings().forEach(setting -> known.add(writtenOfSchedule(setting)));
    options
        .all()
        .forEach(
            (name, option) -> {
              if (!known.contains(name)) {
                throw unknown(name, option.name().place(), known);
              }
            });
  }

  private Mistaken unknown(String name, Place place, List<String> known) {
    Optional<OptimizerKind> otherOptimizer =
        Arrays.stream(OptimizerKind.values())
            .filter(kind -> kind.settings().stream().anyMatch(s -> written(s).equals(name)))
            .findFirst();
    if (otherOptimizer.isPresent()) {
      return place.mistake(Problem.OTHER_OPTIMIZER, optimizer.key(), otherOptimizer.get().key());
    }
    Optional<ScheduleKind> otherSchedule =
        Arrays.stream(ScheduleKind.values())
            .filter(
                kind -> kind.settings().stream().anyMatch(s -> writtenOfSchedule(s).equals(name)))
            .findFirst();
    return otherSchedule.isPresent()
        ? place.mistake(Problem.OTHER_SCHEDULE, schedule.key(), otherSchedule.get().key())
        : place.meant(Vocabulary.nearest(name, known), Problem.UNKNOWN_OPTION, Vocabulary.TRAIN);
  }

  /** All settings of the optimizer, by their names in the run contract. */
  Map<String, Double> ofOptimizer() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Setting setting : optimizer.settings()) {
      values.put(
          setting.name(),
          options
              .value(written(setting))
              .map(value -> read(value, setting, written(setting)))
              .orElse(setting.defaultValue()));
    }
    refuseStepSizes(values);
    return values;
  }

  /**
   * All settings of the schedule, by their names in the run contract.
   *
   * @param word where the training stands, for what is missing
   * @param rounds how long the schedule lasts where the program does not say
   */
  Map<String, Double> ofSchedule(Place word, int rounds) {
    List<String> missing =
        options.missing(
            schedule.settings().stream()
                .filter(setting -> setting.isRequired() && !lastsAllRounds(setting))
                .map(TrainSettings::writtenOfSchedule)
                .toList());
    if (!missing.isEmpty()) {
      throw word.mistake(Problem.MISSING_SETTINGS, schedule.key(), String.join(", ", missing));
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (Setting setting : schedule.settings()) {
      double otherwise = lastsAllRounds(setting) ? rounds : setting.defaultValue();
      values.put(
          setting.name(),
          options
              .value(writtenOfSchedule(setting))
              .map(value -> read(value, setting, writtenOfSchedule(setting)))
              .orElse(otherwise));
    }
    return values;
  }

  private double read(Expression value, Setting setting, String name) {
    return setting.whole()
        ? amounts.whole(value, name, (long) setting.range().lo(), (long) setting.range().hi())
        : amounts.within(value, name, setting.range());
  }

  /** Rprop's two ends have to be in their order. */
  private void refuseStepSizes(Map<String, Double> values) {
    Double least = values.get("minStep");
    Double most = values.get("maxStep");
    if (least != null && most != null && least > most) {
      Place place = options.place("min_step").or(() -> options.place("max_step")).orElseThrow();
      throw place.mistake(Problem.STEP_SIZES, Numbers.written(least), Numbers.written(most));
    }
  }
}
