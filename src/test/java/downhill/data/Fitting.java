package downhill.data;

import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import downhill.descent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Fits lines for tests: whatever is not said is the plainest there is. */
final class Fitting {

  private Fitting() {}

  static Fit lemonade(boolean scaled) {
    return new Fit(DataSets.named("lemonade").orElseThrow(), scaled);
  }

  /** Points about a line, none of them special. */
  static DataSet points(int seed, int n) {
    SplittableRandom chance = new SplittableRandom(seed);
    double[] x = chance.doubles(n, -3, 8).toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> 4 - 1.5 * x[i]).toArray();
    for (int i = 0; i < n; i++) {
      y[i] += chance.nextDouble(-5, 5);
    }
    return new DataSet("", x, y);
  }

  static Plan plan(Fit fit, String rule, double rate, Batches batches, double noise, int steps) {
    OptimizerKind kind = OptimizerKind.named(rule).orElseThrow();
    double[] settings = kind.settings().stream().mapToDouble(Setting::defaultValue).toArray();
    return new Plan(
        fit.line(),
        fit.start(),
        List.of(new Plan.Leg(0, kind.make(settings), rate)),
        ScheduleKind.CONSTANT.make(),
        batches,
        new Noise(noise, batches.seed()),
        steps,
        0,
        fit::minima);
  }

  static List<Step> steps(Plan plan) {
    List<Step> steps = new ArrayList<>();
    new Descent(plan).forEachRemaining(steps::add);
    return steps;
  }

  static Step last(Plan plan) {
    List<Step> steps = steps(plan);
    return steps.get(steps.size() - 1);
  }
}
