package downhill.descent;

import java.util.List;
import java.util.function.Supplier;

/**
 * All that decides a descent, to the last bit.
 *
 * @param objective what is walked down
 * @param start the parameters at step 0; the loss there is finite
 * @param legs which rule and rate hold from which step on; the first from step 0, in order
 * @param schedule how the rate changes with the step
 * @param batches which examples of the objective each update looks at
 * @param noise what is added to the gradient that the optimizer feels
 * @param steps the most updates; at least 1
 * @param tolerance the gradient norm below which it has arrived; 0: never
 * @param minima the minima known in the domain, asked for only when a verdict needs them
 * @param updates how many updates a step makes, at one rate; 1, or more where they are of batches
 */
public record Plan(
    Objective objective,
    double[] start,
    List<Leg> legs,
    Schedule schedule,
    Batches batches,
    Noise noise,
    int steps,
    double tolerance,
    Supplier<List<Minimum>> minima,
    int updates) {

  /**
   * Refuses a start of the wrong size, no leg from step 0, batches of other data, fewer than 1
   * step, or steps of no update.
   */
  public Plan {
    start = start.clone();
    legs = List.copyOf(legs);
    if (start.length != objective.dimension()) {
      throw new IllegalArgumentException(
          "the start must have " + objective.dimension() + " numbers; it has " + start.length);
    }
    if (legs.isEmpty() || legs.get(0).from() != 0) {
      throw new IllegalArgumentException("the first leg must begin at step 0");
    }
    if (!batches.isWhole() && batches.examples() != objective.examples()) {
      throw new IllegalArgumentException(
          "the batches are of "
              + batches.examples()
              + " examples; there are "
              + objective.examples());
    }
    Range.closed(1, Integer.MAX_VALUE).check("steps", steps);
    Range.closed(1, batches.isWhole() ? 1 : Integer.MAX_VALUE).check("updates", updates);
    Range.closed(0, Double.MAX_VALUE).check("tolerance", tolerance);
  }

  /** A descent of which each step is one update. */
  public Plan(
      Objective objective,
      double[] start,
      List<Leg> legs,
      Schedule schedule,
      Batches batches,
      Noise noise,
      int steps,
      double tolerance,
      Supplier<List<Minimum>> minima) {
    this(objective, start, legs, schedule, batches, noise, steps, tolerance, minima, 1);
  }

  /** The parameters at step 0; a copy. */
  @Override
  public double[] start() {
    return start.clone();
  }

  /**
   * A stretch of the way walked by one rule at one base rate.
   *
   * @param from the step after which it holds
   * @param optimizer the rule; of the same kind in every leg, so that its memory carries on
   * @param learningRate the base rate α
   */
  public record Leg(int from, Optimizer optimizer, double learningRate) {

    /** Refuses a rate that is not above 0 and at most 1000. */
    public Leg {
      OptimizerKind.LEARNING_RATE.check("the learning rate", learningRate);
    }
  }
}
