package downhill.load;

import downhill.descent.Step;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The same steps, to the same bits, as one would write them down for one rule and one curve: beside
 * {@link EngineBenchmark}, what the engine adds.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class UnrolledBenchmark {

  private static final int STEPS = 1000;
  private static final double RATE = 0.001;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final downhill.descent.State remembered = nothing();
  private int k;
  private double w;
  private double slope;
  private double m;
  private double v;

  private static downhill.descent.State nothing() {
    EngineBenchmark engine = new EngineBenchmark();
    engine.optimizer = "sgd";
    engine.ground = "valley";
    engine.begin();
    return engine.step().state();
  }

  private void beginAfterTheLast(double slopeAtTheStart) {
    if (k == 0 || k == STEPS) {
      k = 0;
      w = 2;
      slope = slopeAtTheStart;
      m = 0;
      v = 0;
    }
    k++;
  }

  private void adam() {
    m = BETA1 * m + (1 - BETA1) * slope;
    v = BETA2 * v + (1 - BETA2) * slope * slope;
    double size = RATE / (1 - StrictMath.pow(BETA1, k));
    double root = Math.sqrt(1 - StrictMath.pow(BETA2, k));
    w -= size * m / (Math.sqrt(v) / root + EPSILON);
  }

  private void valley(Blackhole taken) {
    slope = 2 * w;
    tell(taken, w * w);
  }

  private void bumpy(Blackhole taken) {
    slope = 0.2 * w + 2 * StrictMath.cos(2 * w);
    tell(taken, 0.1 * w * w + StrictMath.sin(2 * w) + 1);
  }

  private void tell(Blackhole taken, double loss) {
    taken.consume(w);
    taken.consume(loss);
    taken.consume(slope);
  }

  /** Plain descent on the valley. */
  @Benchmark
  public void sgdOnValley(Blackhole taken) {
    beginAfterTheLast(4);
    w -= RATE * slope;
    valley(taken);
  }

  /** Plain descent on the valley, of which each step is handed out as the engine does it. */
  @Benchmark
  public Step sgdOnValleyHandedOut() {
    beginAfterTheLast(4);
    w -= RATE * slope;
    slope = 2 * w;
    return Step.at(k, new double[] {w}, w * w, new double[] {slope}, RATE, remembered);
  }

  /** Plain descent on the bumpy curve. */
  @Benchmark
  public void sgdOnBumpy(Blackhole taken) {
    beginAfterTheLast(-0.9);
    w -= RATE * slope;
    bumpy(taken);
  }

  /** Adam on the valley. */
  @Benchmark
  public void adamOnValley(Blackhole taken) {
    beginAfterTheLast(4);
    adam();
    valley(taken);
  }

  /** Adam on the bumpy curve. */
  @Benchmark
  public void adamOnBumpy(Blackhole taken) {
    beginAfterTheLast(-0.9);
    adam();
    bumpy(taken);
  }
}
