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
 * @param workInFlight whole runs, deep starts and pictures computed at a time over the whole
 *     server; one address leaves a quarter of them to others
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

  /** Far beyond any machine, and far enough below the last whole number to add to. */
  private static final int CEILING = 1_000_000_000;

  /** Refuses what is below 1 or beyond a milliard. */
  public Limits {
    check("runs-per-connection", runsPerConnection);
    check("connections-per-address", connectionsPerAddress);
    check("connections", connections);
    check("frame-bytes", frameBytes);
    check("formula-length", formulaLength);
    check("points", points);
    check("steps", steps);
    check("steps-per-request", stepsPerRequest);
    check("sweep-steps", sweepSteps);
    check("program-bytes", programBytes);
    check("layers", layers);
    check("units", units);
    check("parameters", parameters);
    check("training-work", trainingWork);
    check("work-in-flight", workInFlight);
  }

  private static void check(String name, int limit) {
    if (limit < 1 || limit > CEILING) {
      throw new IllegalArgumentException(
          "downhill.limits." + name + " must be 1 to " + CEILING + ", and this is " + limit);
    }
  }
}
