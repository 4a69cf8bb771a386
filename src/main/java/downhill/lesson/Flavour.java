package downhill.lesson;

import downhill.data.Fit;
import downhill.descent.Batches;
import downhill.run.Spec;
import java.util.Objects;

/**
 * How much of the data each update of a run looks at, by the same measure as the script's {@code
 * flavour.js}.
 *
 * @param rows all that there are
 * @param batch how many an update looks at
 */
record Flavour(int rows, int batch) {

  /** Of a run that fits data. */
  static Flavour of(Spec spec) {
    Fit fit = Objects.requireNonNull(spec.ground().fit());
    int rows = fit.data().rows();
    Batches batches = spec.batches();
    return new Flavour(rows, batches.equals(Batches.ALL) ? rows : batches.size());
  }

  /** What descent with such batches is called. */
  String title(Phrases phrases) {
    return batch == rows
        ? phrases.say("flavour.batch")
        : batch == 1
            ? phrases.say("flavour.stochastic")
            : phrases.say("flavour.mini", String.valueOf(batch));
  }

  /** How many updates a pass over the data has, the one with what is left over included. */
  int updates() {
    return (rows - 1) / batch + 1;
  }

  /** What an update costs, and the partial one at the end of a pass. */
  String cost(Phrases phrases) {
    String updates = String.valueOf(updates());
    int rest = rows % batch;
    return batch == rows
        ? phrases.say("flavour.cost.all", String.valueOf(rows))
        : rest > 0
            ? phrases.counted(
                "flavour.cost.rest", rest, String.valueOf(batch), updates, String.valueOf(rest))
            : batch == 1
                ? phrases.say("flavour.cost.one", updates)
                : phrases.say("flavour.cost.even", String.valueOf(batch), updates);
  }
}
