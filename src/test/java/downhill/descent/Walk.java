package downhill.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts a plan together for a test: whatever is not said is the plainest there is. */
final class Walk {

  private final Landscape landscape;
  private double[] start;
  private final List<Plan.Leg> legs = new ArrayList<>();
  private Schedule schedule = ScheduleKind.CONSTANT.make();
  private Noise noise = new Noise(0, 1);
  private int steps = 200;
  private double tolerance;

  private Walk(Landscape landscape) {
    this.landscape = landscape;
    this.start = landscape.start();
  }

  static Walk on(Landscape landscape) {
    return new Walk(landscape);
  }

  static Walk on(String name) {
    return on(Gallery.all().filter(known -> known.name().equals(name)).findFirst().orElseThrow());
  }

  static Optimizer withDefaults(OptimizerKind kind) {
    return kind.make(kind.settings().stream().mapToDouble(Setting::defaultValue).toArray());
  }

  static Stream<Optimizer> allRules() {
    return Stream.of(OptimizerKind.values()).map(Walk::withDefaults);
  }

  Walk from(double... start) {
    this.start = start;
    return this;
  }

  Walk by(Optimizer optimizer, double rate) {
    return changing(0, optimizer, rate);
  }

  Walk changing(int at, Optimizer optimizer, double rate) {
    legs.add(new Plan.Leg(at, optimizer, rate));
    return this;
  }

  Walk under(Schedule schedule) {
    this.schedule = schedule;
    return this;
  }

  Walk shaken(double deviation, long seed) {
    this.noise = new Noise(deviation, seed);
    return this;
  }

  Walk steps(int steps) {
    this.steps = steps;
    return this;
  }

  Walk until(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  Plan plan() {
    return new Plan(
        landscape.objective(),
        start,
        legs,
        schedule,
        Batches.ALL,
        noise,
        steps,
        tolerance,
        landscape::minima);
  }

  Descent begin() {
    return new Descent(plan());
  }

  List<Step> all() {
    List<Step> steps = new ArrayList<>();
    begin().forEachRemaining(steps::add);
    return steps;
  }

  Verdict verdict() {
    Descent descent = begin();
    while (descent.hasNext()) {
      descent.next();
    }
    return descent.verdict().orElseThrow();
  }

  /** A step as text that differs where any bit differs. */
  static String bits(Step step) {
    StringBuilder text = new StringBuilder().append(step.k());
    hex(text, step.w());
    hex(text, step.loss());
    hex(text, step.gradient());
    hex(text, step.learningRate());
    for (int i = 0; i < step.state().names().size(); i++) {
      text.append(' ').append(step.state().names().get(i));
      hex(text, step.state().values(i));
    }
    return text.toString();
  }

  private static void hex(StringBuilder text, double... numbers) {
    for (double number : numbers) {
      text.append(' ').append(Double.toHexString(number));
    }
  }
}
