package downhill.run;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Steps that several pages ask for at about the same time, written once for all of them: a class
 * that presses Roll together is one run, since the same spec gives the same steps. Nothing is kept
 * of what only one page has begun, and of the rest only what was asked for last, so that it is
 * bounded; what is no longer kept is walked again.
 */
final class SharedSteps {

  private static final int MOST_RUNS = 256;
  private static final int LONGEST_SPEC = 4096;
  private static final int MOST_PIECES = 512;
  private static final int LONGEST_PIECE = 16_384;

  private final Shelf<String, OfRun> runs = new Shelf<>(MOST_RUNS);
  private final Shelf<Piece, byte[]> pieces;

  SharedSteps() {
    this(MOST_PIECES);
  }

  /** Keeps at most so many pieces. */
  SharedSteps(int mostPieces) {
    pieces = new Shelf<>(mostPieces);
  }

  /**
   * What can be shared by one more that begins a run; null for the first.
   *
   * @param spec what decides the run
   */
  @Nullable OfRun join(Spec spec) {
    String text = SpecJson.text(json -> SpecJson.write(json, spec));
    if (text.length() > LONGEST_SPEC) {
      return null;
    }
    OfRun run = runs.get(text, OfRun::new);
    return run.begun.getAndIncrement() == 0 ? null : run;
  }

  /** Some steps of a run: how many, and after which. */
  private record Piece(OfRun run, int after, int n) {}

  /** The steps of one run. */
  final class OfRun {

    private final AtomicInteger begun = new AtomicInteger();

    /** The n steps after one of them, as JSON with commas between them; null if not kept. */
    byte @Nullable [] find(int after, int n) {
      return pieces.find(new Piece(this, after, n));
    }

    /**
     * Keeps the n steps after one of them for others.
     *
     * @param json where they are written, up to the end
     * @param from from which byte on
     */
    void keep(int after, int n, JsonBytes json, int from) {
      if (json.size() - from <= LONGEST_PIECE) {
        pieces.put(new Piece(this, after, n), Arrays.copyOfRange(json.bytes(), from, json.size()));
      }
    }
  }
}
