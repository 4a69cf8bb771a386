package downhill.run;

import downhill.descent.Batches;
import downhill.descent.Noise;
import downhill.descent.Optimizer;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.Schedule;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that decides a run, checked and with nothing left out.
 *
 * @param ground what is walked down
 * @param start the parameters at step 0
 * @param optimizer the rule
 * @param learningRate the rule's learning rate α
 * @param settings the rule's other settings by name, in their order
 * @param schedule how the rate changes with the step
 * @param scheduleSettings the schedule's settings by name, in their order
 * @param batches which examples each update looks at
 * @param noise the noise on the gradient, with the seed
 * @param steps the most steps
 * @param tolerance the gradient norm below which it has arrived
 * @param changes settings that change on the way
 */
public record Spec(
    Ground ground,
    double[] start,
    OptimizerKind optimizer,
    double learningRate,
    Map<String, Double> settings,
    ScheduleKind schedule,
    Map<String, Double> scheduleSettings,
    Batches batches,
    Noise noise,
    int steps,
    double tolerance,
    List<Change> changes) {

  /** Keeps copies. */
  public Spec {
    start = start.clone();
    settings = new LinkedHashMap<>(settings);
    scheduleSettings = new LinkedHashMap<>(scheduleSettings);
    changes = List.copyOf(changes);
  }

  /** The parameters at step 0; a copy. */
  @Override
  public double[] start() {
    return start.clone();
  }

  /** The same run from another start, which must have as many parameters. */
  Spec from(double... place) {
    return new Spec(
        ground,
        place,
        optimizer,
        learningRate,
        settings,
        schedule,
        scheduleSettings,
        batches,
        noise,
        steps,
        tolerance,
        changes);
  }

  /** The same run with noise of another seed. */
  Spec shaken(long seed) {
    return new Spec(
        ground,
        start,
        optimizer,
        learningRate,
        settings,
        schedule,
        scheduleSettings,
        batches,
        new Noise(noise.deviation(), seed),
        steps,
        tolerance,
        changes);
  }

  /** The same run at another rate throughout, with no changes on the way. */
  public Spec atRate(double rate) {
    return new Spec(
        ground,
        start,
        optimizer,
        rate,
        settings,
        schedule,
        scheduleSettings,
        batches,
        noise,
        steps,
        tolerance,
        List.of());
  }

  /** The learning rate in force at the end, before the schedule. */
  double lastRate() {
    List<Plan.Leg> legs = legs();
    return legs.get(legs.size() - 1).learningRate();
  }

  /** What the descent is told. */
  Plan plan() {
    Schedule way = schedule.make(inOrder(schedule.settings(), scheduleSettings));
    return new Plan(
        ground.objective(),
        start,
        legs(),
        way,
        batches,
        noise,
        steps,
        tolerance,
        ground.minima(),
        updates());
  }

  /** Of a program a step is a round. */
  private int updates() {
    return ground.trained() == null ? 1 : batches.updatesInPass();
  }

  private List<Plan.Leg> legs() {
    List<Plan.Leg> legs = new ArrayList<>();
    Map<String, Double> now = new LinkedHashMap<>(settings);
    double rate = learningRate;
    legs.add(new Plan.Leg(0, make(now), rate));
    List<Change> inTime = changes.stream().sorted(Comparator.comparingInt(Change::at)).toList();
    for (Change change : inTime) {
      now.putAll(change.settings());
      rate = change.learningRate() == null ? rate : change.learningRate();
      legs.add(new Plan.Leg(change.at(), make(now), rate));
    }
    return legs;
  }

  private Optimizer make(Map<String, Double> values) {
    return optimizer.make(inOrder(optimizer.settings(), values));
  }

  private static double[] inOrder(List<Setting> settings, Map<String, Double> values) {
    return settings.stream().mapToDouble(setting -> values.get(setting.name())).toArray();
  }

  /**
   * Settings that hold from the update after a step on.
   *
   * @param at the step
   * @param learningRate the new rate; null to leave it
   * @param settings the rule's other settings that change, by name
   */
  public record Change(int at, @Nullable Double learningRate, Map<String, Double> settings) {

    /** Keeps a copy. */
    public Change {
      settings = new LinkedHashMap<>(settings);
    }
  }
}
