package downhill.descent;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loop of all the lessons: feel the slope, take a step against it, again.
 *
 * <p>It hands out the steps from step 0 to the last one, computing each when it is asked for. Two
 * descents by the same plan give the same bits. Not for use by several threads at once; but one of
 * which {@link #hasNext} has said that there is a step may be asked that, and be forked, by any.
 */
public final class Descent implements Iterator<Step> {

  private final Plan plan;
  private final Objective objective;
  private final Schedule schedule;
  private final int updates;
  private final Referee referee;
  private final Memory memory;
  private final Feet feet;
  private final double[] w;
  private final double[] slope;
  private int k;
  private double rate;
  private double loss;
  private double steepness;
  private Optimizer optimizer;
  private double learningRate;
  private int legs;
  private int nextLeg;
  private boolean arrived;
  private @Nullable Verdict verdict;

  /**
   * A ball at the start of its way.
   *
   * @param plan what decides the way
   * @throws IllegalArgumentException where the loss or the gradient at the start is not finite
   */
  public Descent(Plan plan) {
    this.plan = plan;
    objective = plan.objective();
    schedule = plan.schedule();
    updates = plan.updates();
    w = plan.start();
    takeUpNextLeg();
    slope = new double[w.length];
    memory = new Memory(optimizer.remembers(), w.length);
    feet = new Feet(plan);
    referee = new Referee(plan);
    rate = rateOf(0);
    measure();
    if (!isFinite()) {
      throw new IllegalArgumentException("the loss at the start is not finite");
    }
    arrived = true;
  }

  private Descent(Descent other) {
    plan = other.plan;
    objective = other.objective;
    schedule = other.schedule;
    updates = other.updates;
    w = other.w.clone();
    slope = other.slope.clone();
    memory = other.memory.fork();
    feet = new Feet(plan);
    referee = other.referee.fork();
    k = other.k;
    rate = other.rate;
    loss = other.loss;
    steepness = other.steepness;
    optimizer = other.optimizer;
    learningRate = other.learningRate;
    legs = other.legs;
    nextLeg = other.nextLeg;
    arrived = other.arrived;
    verdict = other.verdict;
  }

  /** Another ball where this one is, with the same way behind it and before it. */
  public Descent fork() {
    return new Descent(this);
  }

  /** Whether there is a step after the ones handed out; finding out may take that step. */
  @Override
  public boolean hasNext() {
    if (!arrived && verdict == null) {
      walk();
    }
    return arrived;
  }

  @Override
  public Step next() {
    refuseIfOver();
    Step step = Step.at(k, w, loss, slope, rate, memory.snapshot());
    leave();
    return step;
  }

  /** Passes the next step by, which is cheaper than to hand it out. */
  public void skip() {
    refuseIfOver();
    leave();
  }

  private void refuseIfOver() {
    // Whoever has asked is not made to carry the walk a second time, in compiled code.
    if (!arrived && !hasNext()) {
      throw new NoSuchElementException("the descent has ended: " + verdict);
    }
  }

  private void leave() {
    arrived = false;
    verdict = referee.judge(k, w, loss, steepness);
  }

  /** How it ended; empty as long as there may be a step to come. */
  public Optional<Verdict> verdict() {
    return hasNext() ? Optional.empty() : Optional.ofNullable(verdict);
  }

  private void walk() {
    rate = rateOf(k);
    int t = k * updates;
    k++;
    do {
      optimizer.update(w, feet.feel(w, slope, t), rate, memory);
      t++;
    } while (t < k * updates);
    measure();
    if (isFinite()) {
      arrived = true;
    } else {
      verdict = Verdict.DIVERGED;
    }
  }

  private void measure() {
    loss = objective.gradient(w, slope);
    steepness = Vectors.norm(slope);
  }

  private boolean isFinite() {
    return Double.isFinite(loss)
        && Double.isFinite(rate)
        && Double.isFinite(steepness)
        && Vectors.allFinite(w)
        && memory.isFinite();
  }

  private double rateOf(int t) {
    while (t >= nextLeg) {
      takeUpNextLeg();
    }
    return schedule.rate(learningRate, t);
  }

  private void takeUpNextLeg() {
    Plan.Leg leg = plan.legs().get(legs);
    optimizer = leg.optimizer();
    learningRate = leg.learningRate();
    legs++;
    nextLeg = legs < plan.legs().size() ? plan.legs().get(legs).from() : Integer.MAX_VALUE;
  }
}
