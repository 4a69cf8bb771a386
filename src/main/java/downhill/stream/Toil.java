package downhill.stream;

import downhill.run.Refused;
import downhill.run.Run;
import downhill.run.Runs;
import downhill.run.Spec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A training on a connection. It is heavy work, done slice by slice in the workshop: orders are put
 * down here, by whoever holds the conversation, and the next slice takes them up.
 *
 * <p>While a slice is under way nothing but orders may be touched; {@link #begin} and {@link
 * #rest}, called by who holds the conversation, are its two ends.
 */
final class Toil implements Carried {

  /** More requests than this wait only where a page has lost count; they are then one. */
  private static final int MOST_ORDERS = 1000;

  private final String name;
  private final Spec spec;
  private final int from;
  private final Runs runs;
  private final Deque<Integer> orders = new ArrayDeque<>();
  private @Nullable Run run;
  private @Nullable Playing playing;
  private @Nullable Carried before;
  private boolean atWork;
  private boolean begun;
  private volatile boolean cancelled;

  Toil(String name, Spec spec, int from, Runs runs) {
    this.name = name;
    this.spec = spec;
    this.from = from;
    this.runs = runs;
  }

  @Override
  public void request(int n) {
    synchronized (orders) {
      int also = orders.size() < MOST_ORDERS ? 0 : orders.removeLast();
      orders.addLast((int) Math.min(Integer.MAX_VALUE, (long) n + also));
    }
  }

  /** The workshop does all of it. */
  @Override
  public boolean isLight() {
    return true;
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (before != null) {
      before.cancel();
    }
  }

  /** Takes the place of an earlier run of its name, which goes on where this one cannot begin. */
  void insteadOf(@Nullable Carried earlier) {
    before = earlier;
  }

  /** The run whose place it has taken and which may still go on. */
  @Nullable Carried before() {
    return before;
  }

  /** Makes way for another of its name: the run that goes on where that one cannot begin. */
  @Nullable Carried makeWay() {
    cancelled |= !begun;
    return begun ? this : before;
  }

  /** It has begun; what was before is over. */
  void hasBegun() {
    begun = true;
    if (before != null) {
      before.cancel();
      before = null;
    }
  }

  String name() {
    return name;
  }

  /** Takes it to work, if there is something to do and it is not at work already. */
  boolean begin() {
    boolean begins = !atWork && !cancelled && isOwed();
    atWork |= begins;
    return begins;
  }

  private boolean isOwed() {
    synchronized (orders) {
      return playing == null || !orders.isEmpty() || playing.owes();
    }
  }

  /** Its slice is over. */
  void rest() {
    atWork = false;
  }

  /**
   * Works for a slice.
   *
   * @param enough whether to leave the rest for the next slice
   * @return the frame that came of it; empty where it is still on its way
   * @throws Refused where it cannot go on
   */
  Optional<Frame> slice(BooleanSupplier enough) {
    BooleanSupplier over = () -> cancelled || enough.getAsBoolean();
    if (playing == null) {
      return start(over);
    }
    taken().forEach(playing::request);
    return playing.next(over);
  }

  private List<Integer> taken() {
    synchronized (orders) {
      List<Integer> taken = List.copyOf(orders);
      orders.clear();
      return taken;
    }
  }

  private Optional<Frame> start(BooleanSupplier over) {
    Run going = run == null ? runs.begin(spec, 0) : run;
    run = going;
    if (!runs.skip(going, from, over)) {
      return Optional.empty();
    }
    playing = new Playing(name, going);
    return Optional.of(playing.started());
  }
}
