package downhill.studio;

import org.jspecify.annotations.Nullable;

/** A line cannot be followed; caught where its mistake is noted, so that all can be told. */
final class Mistaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Mistake mistake;

  Mistaken(@Nullable Mistake mistake) {
    super(mistake == null ? null : mistake.toString(), null, false, false);
    this.mistake = mistake;
  }

  /** A line that cannot be followed because of another line's mistake, which is told there. */
  static Mistaken elsewhere() {
    return new Mistaken(null);
  }

  /** What is wrong; null where it is another line's mistake. */
  @Nullable Mistake mistake() {
    return mistake;
  }
}
