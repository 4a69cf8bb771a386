package downhill.run;

import java.util.HashMap;
import java.util.Map;

/**
 * Several runs in one short form: of what moves a ball a list, {@code
 * optimizer=sgd,adam&learningRate=0.1,0.05&beta1=,0.8}, with one entry for each run, empty where
 * the run has the setting's default or no such setting. A single optimizer, schedule, setting or
 * batch is everyone's; a single learning rate is the first run's alone.
 */
public final class SeveralRuns {

  private static final String RATE = "learningRate";

  private SeveralRuns() {}

  /** How many runs the lists of a query speak of; 1 where it has none. */
  public static int count(Map<String, String> members) {
    return members.entrySet().stream()
        .filter(member -> ShortForm.movesTheBall(member.getKey()))
        .mapToInt(member -> member.getValue().split(",", -1).length)
        .reduce(1, Math::max);
  }

  /** The members of one of the runs, counted from 0. */
  public static Map<String, String> of(Map<String, String> members, int i) {
    Map<String, String> own = new HashMap<>();
    members.forEach(
        (name, value) -> {
          if (!ShortForm.movesTheBall(name)) {
            own.put(name, value);
            return;
          }
          String[] values = value.split(",", -1);
          boolean everyones = values.length == 1 && !name.equals(RATE);
          int at = everyones ? 0 : i;
          if (at < values.length && !values[at].isEmpty()) {
            own.put(name, values[at]);
          }
        });
    return own;
  }
}
