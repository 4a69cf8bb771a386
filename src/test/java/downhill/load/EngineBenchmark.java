package downhill.load;

import downhill.data.DataSets;
import downhill.data.Fit;
import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Gallery;
import downhill.descent.Noise;
import downhill.descent.Objective;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import downhill.descent.Step;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one step costs, with its loss, its gradient and what the optimizer remembers. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EngineBenchmark {

  private static final int STEPS = 1000;

  /** The optimizers' names. */
  @Param({
    "sgd",
    "momentum",
    "nesterov",
    "adagrad",
    "adadelta",
    "rmsprop",
    "adam",
    "amsgrad",
    "adamw",
    "adamax",
    "nadam",
    "radam",
    "rprop",
    "lion"
  })
  public String optimizer;

  /** A curve, or the line through the lemonade stand's sales. */
  @Param({"valley", "bumpy", "line"})
  public String ground;

  private Plan plan;
  private Descent descent;

  /** Puts a ball at the start. */
  @Setup
  public void begin() {
    OptimizerKind kind = OptimizerKind.named(optimizer).orElseThrow();
    double[] usual = kind.settings().stream().mapToDouble(Setting::defaultValue).toArray();
    Objective objective = objective();
    plan =
        new Plan(
            objective,
            objective.dimension() == 1 ? new double[] {2} : new double[] {0, 0},
            List.of(new Plan.Leg(0, kind.make(usual), 0.001)),
            ScheduleKind.CONSTANT.make(),
            Batches.ALL,
            new Noise(0, 1),
            STEPS,
            0,
            List::of);
    descent = new Descent(plan);
  }

  private Objective objective() {
    return ground.equals("line")
        ? new Fit(DataSets.named("lemonade").orElseThrow(), true).line()
        : Gallery.curve(ground).orElseThrow().objective();
  }

  /** Takes a step; after so many, the first of another descent. */
  @Benchmark
  public Step step() {
    if (!descent.hasNext()) {
      descent = new Descent(plan);
    }
    return descent.next();
  }
}
