package downhill.fault;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Something that befalls a connection on its way.
 *
 * @param kind what
 * @param way in which of its two directions; of a kind that is not of one direction, in which one
 *     the bytes are counted
 * @param after so many bytes still arrive before
 * @param by how much later whatever comes then arrives; of a delay
 */
public record Fault(Kind kind, Way way, long after, Duration by) {

  /** As many as a page says while it hears {@link #MOST_HEARD}. */
  private static final int MOST_SAID = 700;

  private static final int MOST_HEARD = 12_000;

  /** The kinds of faults there are. */
  public enum Kind {
    /** What comes arrives later. */
    DELAY,
    /** Both ends are told that nothing more comes. */
    CUT,
    /** Nothing arrives any more, and neither end is told. */
    BLACK_HOLE,
    /** The connection is torn down, and what was on its way with it. */
    RESET,
    /** One end is told that nothing more comes; the other way goes on. */
    HALF_CLOSE
  }

  /** The directions of a connection. */
  public enum Way {
    /** What the page says. */
    TO_SERVICE,
    /** What the page hears. */
    TO_PAGE
  }

  /** A fault that strikes at once. */
  public static Fault of(Kind kind, Way way) {
    return new Fault(kind, way, 0, Duration.ZERO);
  }

  /** What is said arrives later by so much, in one direction. */
  public static Fault delay(Way way, Duration by) {
    return new Fault(Kind.DELAY, way, 0, by);
  }

  /** The direction that is not its own. */
  public Way otherWay() {
    return way == Way.TO_PAGE ? Way.TO_SERVICE : Way.TO_PAGE;
  }

  /** The same after so many bytes more. */
  public Fault after(long bytes) {
    return new Fault(kind, way, bytes, by);
  }

  /**
   * Any fault, by chance, that strikes soon.
   *
   * @param longest the longest delay
   */
  public static Fault any(SplittableRandom chance, Duration longest) {
    return any(Kind.values()[chance.nextInt(Kind.values().length)], chance, longest);
  }

  /** Any fault of a kind, likewise. */
  public static Fault any(Kind kind, SplittableRandom chance, Duration longest) {
    Way way = Way.values()[chance.nextInt(Way.values().length)];
    int most = way == Way.TO_SERVICE ? MOST_SAID : MOST_HEARD;
    long after = chance.nextInt(4) == 0 ? 0 : chance.nextInt(most);
    long by = kind == Kind.DELAY ? chance.nextLong(longest.toNanos()) : 0;
    return new Fault(kind, way, after, Duration.ofNanos(by));
  }
}
