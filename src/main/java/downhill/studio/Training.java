package downhill.studio;

import downhill.data.Layer;
import downhill.data.Table;
import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.ScheduleKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training that a program asks for, nothing left open.
 *
 * @param line the line that asks for it, from 1
 * @param net the network's name in the program
 * @param table what it learns from
 * @param layers the network, its input not counted
 * @param rounds how many passes over the examples; at least 1
 * @param speed the learning rate
 * @param batch how many examples an update looks at; from 1 to all of them
 * @param optimizer the rule
 * @param settings all settings of the rule, by their names in the run contract, in its order
 * @param schedule how the learning rate changes from round to round
 * @param scheduleSettings all settings of the schedule, likewise
 * @param seed of the first weights, of the batches and of what is held out
 * @param holdOut the share of the rows that is kept for testing; from 0 to 0.9
 */
public record Training(
    int line,
    String net,
    Table table,
    List<Layer> layers,
    int rounds,
    double speed,
    int batch,
    OptimizerKind optimizer,
    Map<String, Double> settings,
    ScheduleKind schedule,
    Map<String, Double> scheduleSettings,
    long seed,
    double holdOut) {

  /** How many examples an update looks at where the program does not say, if there are as many. */
  public static final int USUAL_BATCH = 16;

  /** The seed where the program does not say. */
  public static final long USUAL_SEED = 1;

  /** The greatest seed: the greatest number up to which a double tells all whole ones apart. */
  public static final long GREATEST_SEED = (1L << 53) - 1;

  /** What share of the rows may be held out. */
  public static final Range HOLD_OUT = Range.closed(0, 0.9);

  /** Keeps copies in their order. */
  public Training {
    layers = List.copyOf(layers);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    scheduleSettings = Collections.unmodifiableMap(new LinkedHashMap<>(scheduleSettings));
  }

  /** How many rows are kept for testing: the share of them, to the nearest whole number. */
  public int heldOut() {
    return heldOut(table, holdOut);
  }

  /** How many rows it learns from. */
  public int examples() {
    return table.rows() - heldOut();
  }

  /**
   * How the language writes the name of a setting, of an optimizer as it is: with an underscore
   * between a camel's humps. A schedule's has {@code schedule_} in front.
   *
   * @param name its name in the run contract
   * @return its name in programs
   */
  public static String written(String name) {
    return Vocabulary.written(name);
  }

  /**
   * Whether a schedule's setting is the number of rounds where the program does not say.
   *
   * @param name its name in the run contract
   */
  public static boolean lastsAllRounds(String name) {
    return TrainSettings.LAST_ALL_ROUNDS.contains(name);
  }

  static int heldOut(Table table, double share) {
    return (int) Math.round(table.rows() * share);
  }
}
