package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Step;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Steps that several pages ask for at about the same time, written once for all of them: a class
 * that presses Roll together is one run, since the same spec gives the same steps. Nothing is kept
 * of what only one page has begun, and of the rest only what was asked for last, so that it is
 * bounded; what is no longer kept each walks again.
 */
final class SharedSteps {

  private static final int MOST_RUNS = 256;
  private static final int LONGEST_SPEC = 4096;
  private static final int MOST_PIECES = 512;
  private static final int LONGEST_PIECE = 16_384;

  private final Shelf<String, OfRun> runs = new Shelf<>(MOST_RUNS);
  private final Shelf<Place, Piece> pieces;

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
  private record Place(OfRun run, int after, int n) {}

  /**
   * Some steps, and what it takes to go on after them. Many have it, so nobody changes it.
   *
   * @param json the steps as JSON with commas between them
   * @param descent one that is known to have a next step, so that nothing that is asked of it moves
   *     it; whoever goes on forks it
   * @param last the last step
   */
  record Piece(byte[] json, Descent descent, Step last) {}

  /** The steps of one run. */
  final class OfRun {

    private final AtomicInteger begun = new AtomicInteger();

    /** The n steps after one of them; null if not kept. */
    @Nullable Piece find(int after, int n) {
      return pieces.find(new Place(this, after, n));
    }

    /**
     * Keeps the steps after one of them for others, if there is room.
     *
     * @return whether there is, so that the descent is no longer the giver's to go on with
     */
    boolean keep(int after, Piece piece) {
      boolean fits = piece.json().length <= LONGEST_PIECE;
      if (fits) {
        pieces.put(new Place(this, after, piece.last().k() - after), piece);
      }
      return fits;
    }
  }
}
