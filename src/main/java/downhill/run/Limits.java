package downhill.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one page, one address and the whole server may ask for; {@code downhill.limits} in the
 * settings.
 *
 * @param runsPerConnection runs that one connection may carry
 * @param connectionsPerAddress connections open at a time from one address; a school may share one
 * @param connections connections open at a time over the whole server
 * @param frameBytes the largest message or request body, in bytes
 * @param formulaLength the longest formula, in characters
 * @param points the most points of a reader's own data
 * @param steps the most steps of a run
 * @param stepsPerRequest the most steps one request may ask for
 * @param sweepSteps the most steps of all runs of a sweep together
 * @param programBytes the longest program, in bytes of UTF-8
 * @param layers the most layers of a program's network, its input not counted
 * @param units the most units of a layer
 * @param parameters the most weights and biases of a program's network
 * @param trainingWork the most multiplications, about, of a training that is answered whole:
 *     examples times parameters times rounds
 * @param workInFlight whole runs, deep starts and pictures computed at a time over the whole server
 */
@ConfigurationProperties("downhill.limits")
public record Limits(
    @DefaultValue("16") int runsPerConnection,
    @DefaultValue("2000") int connectionsPerAddress,
    @DefaultValue("4000") int connections,
    @DefaultValue("65536") int frameBytes,
    @DefaultValue("512") int formulaLength,
    @DefaultValue("500") int points,
    @DefaultValue("10000") int steps,
    @DefaultValue("1000") int stepsPerRequest,
    @DefaultValue("2000000") int sweepSteps,
    @DefaultValue("16384") int programBytes,
    @DefaultValue("8") int layers,
    @DefaultValue("256") int units,
    @DefaultValue("10000") int parameters,
    @DefaultValue("200000000") int trainingWork,
    @DefaultValue("64") int workInFlight) {

  /** Refuses a limit below 1. */
  public Limits {
    int[] all = {
      runsPerConnection,
      connectionsPerAddress,
      connections,
      frameBytes,
      formulaLength,
      points,
      steps,
      stepsPerRequest,
      sweepSteps,
      programBytes,
      layers,
      units,
      parameters,
      trainingWork,
      workInFlight
    };
    for (int limit : all) {
      if (limit < 1) {
        throw new IllegalArgumentException("each of downhill.limits must be at least 1: " + limit);
      }
    }
  }
}
