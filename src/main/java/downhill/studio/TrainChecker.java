package downhill.studio;

import downhill.data.Table;
import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.ScheduleKind;
import downhill.studio.Statement.Train;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in a training from its options. */
final class TrainChecker {

  private static final int FEWEST_ROWS = 2;
  private static final String ALL = "all";
  private static final List<String> REQUIRED = List.of("on", "rounds", "speed");

  private final Bounds bounds;
  private final Names names;
  private final Train train;
  private final Options options;
  private final Amounts amounts;
  private final Texts texts;

  TrainChecker(Bounds bounds, Names names, Train train) {
    this.bounds = bounds;
    this.names = names;
    this.train = train;
    this.options = new Options(train.options());
    this.amounts = new Amounts(names);
    this.texts = new Texts(names);
  }

  /**
   * The training.
   *
   * @param net what is trained; null where its own lines have a mistake, so that only the options
   *     can be checked
   * @throws Mistaken where it cannot be followed
   */
  Training check(Value.@Nullable Net net) {
    OptimizerKind optimizer = optimizer();
    ScheduleKind schedule = schedule();
    TrainSettings settings = new TrainSettings(options, amounts, optimizer, schedule);
    settings.refuseUnknown();
    refuseMissing();
    int rounds = (int) whole("rounds", 1, bounds.rounds(), 0);
    double speed = within("speed", OptimizerKind.LEARNING_RATE, 0);
    long seed = whole("seed", 0, Training.GREATEST_SEED, Training.USUAL_SEED);
    double holdOut = within("hold_out", Training.HOLD_OUT, 0);
    Map<String, Double> ofOptimizer = settings.ofOptimizer();
    Map<String, Double> ofSchedule = settings.ofSchedule(train.word(), rounds);
    Table table = table(net);
    refuseSplit(table, holdOut);
    return new Training(
        train.word().line(),
        train.net().text(),
        table,
        net == null ? List.of() : net.layers(),
        rounds,
        speed,
        batch(table.rows() - Training.heldOut(table, holdOut)),
        optimizer,
        ofOptimizer,
        schedule,
        ofSchedule,
        seed,
        holdOut);
  }

  private OptimizerKind optimizer() {
    List<String> known = Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList();
    if (!options.has("optimizer")) {
      return OptimizerKind.SGD;
    }
    String key = text("optimizer", known);
    return OptimizerKind.named(key)
        .orElseThrow(() -> unknown("optimizer", key, Problem.UNKNOWN_OPTIMIZER, known));
  }

  private ScheduleKind schedule() {
    List<String> known = Arrays.stream(ScheduleKind.values()).map(ScheduleKind::key).toList();
    if (!options.has("schedule")) {
      return ScheduleKind.CONSTANT;
    }
    String key = text("schedule", known);
    return ScheduleKind.named(key)
        .orElseThrow(() -> unknown("schedule", key, Problem.UNKNOWN_SCHEDULE, known));
  }

  private String text(String option, List<String> known) {
    return texts.read(options.value(option).orElseThrow(), known);
  }

  private Mistaken unknown(String option, String found, Problem problem, List<String> known) {
    Place place = options.value(option).orElseThrow().place();
    return place.meant(Texts.near(found, known), problem, String.join(", ", known));
  }

  private void refuseMissing() {
    List<String> missing = options.missing(REQUIRED);
    if (!missing.isEmpty()) {
      throw train
          .word()
          .mistake(Problem.MISSING_OPTIONS, Vocabulary.TRAIN, String.join(", ", missing));
    }
  }

  private long whole(String option, long least, long most, long otherwise) {
    return options
        .value(option)
        .map(value -> amounts.whole(value, option, least, most))
        .orElse(otherwise);
  }

  private double within(String option, Range range, double otherwise) {
    return options
        .value(option)
        .map(value -> amounts.within(value, option, range))
        .orElse(otherwise);
  }

  private Table table(Value.@Nullable Net net) {
    Expression on = options.value("on").orElseThrow();
    if (!(on.value(names) instanceof Value.Data data)) {
      throw on.place().mistake(Problem.NOT_A_TABLE);
    }
    if (net == null) {
      throw Mistaken.elsewhere();
    }
    if (data.table() != net.table()) {
      throw on.place().mistake(Problem.OTHER_TABLE, net.table().name());
    }
    return data.table();
  }

  private void refuseSplit(Table table, double share) {
    int held = Training.heldOut(table, share);
    if (share == 0) {
      return;
    }
    Place place = options.value("hold_out").orElseThrow().place();
    if (held == 0) {
      throw place.mistake(Problem.NOTHING_HELD_OUT, table.name(), table.rows());
    }
    if (table.rows() - held < FEWEST_ROWS) {
      throw place.mistake(Problem.TOO_FEW_ROWS, table.rows() - held);
    }
  }

  private int batch(int rows) {
    if (!options.has("batch")) {
      return Math.min(Training.USUAL_BATCH, rows);
    }
    Expression batch = options.value("batch").orElseThrow();
    if (isAll(batch, rows)) {
      return rows;
    }
    double number = batch.number(names);
    if (number != Math.rint(number) || number < 1 || number > rows) {
      throw batch.place().mistake(Problem.BATCH, rows);
    }
    return (int) number;
  }

  private boolean isAll(Expression batch, int rows) {
    if (batch instanceof Expression.Named lone && !names.knows(lone.name().text())) {
      return texts.read(batch, List.of(ALL)).equals(ALL);
    }
    if (batch.value(names) instanceof Value.Text text) {
      if (!text.text().equals(ALL)) {
        throw batch.place().meant(Texts.near(text.text(), List.of(ALL)), Problem.BATCH, rows);
      }
      return true;
    }
    return false;
  }
}
