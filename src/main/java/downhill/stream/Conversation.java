package downhill.stream;

import downhill.run.Refused;
import downhill.run.Spec;
import downhill.run.Tongue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One page's runs. Orders come in, frames go out, one at a time: while a frame is on its way
 * nothing more is computed, so a page that does not read costs nothing.
 *
 * <p>Orders arrive on one thread, the news that a frame has left on another; both hold the lock.
 */
final class Conversation {

  private static final Logger log = LoggerFactory.getLogger(Conversation.class);
  private static final int MOST_WAITING = 64;

  /** No request is longer, but one whose name is written in escapes. */
  private static final int LONGEST_REQUEST = 256;

  private final Line line;
  private final Desk desk;
  private final Map<String, Carried> runs = new LinkedHashMap<>();
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private final Patience patience = new Patience();
  private boolean ending;
  private boolean sending;
  private boolean pumping;
  private volatile boolean light = true;

  /** When what is not answered yet was heard; 0 where all is. */
  private long heard;

  Conversation(Line line, Desk desk) {
    this.line = line;
    this.desk = desk;
  }

  /**
   * Carries out what a frame asks for if that takes next to no time: if it asks for more steps, and
   * they are quickly made.
   *
   * @return whether it has done so; if not, it has done nothing
   */
  boolean hearAtOnce(String frame) {
    return light && frame.length() <= LONGEST_REQUEST && requests(frame);
  }

  private synchronized boolean requests(String frame) {
    try {
      Order order = desk.orders().order(desk.orders().json(frame));
      Carried carried = runs.get(order.run());
      if (!(order instanceof Order.Request request) || carried == null) {
        return false;
      }
      note();
      carried.request(request.n());
    } catch (Refused refused) {
      return false;
    }
    pump();
    return true;
  }

  /** Whether each of its frames takes next to no time. Whoever asks need not wait for the lock. */
  boolean isLight() {
    return light;
  }

  /** Carries out what a frame asks for, or tells what is wrong with it. */
  synchronized void hear(String frame) {
    if (ending) {
      return;
    }
    note();
    String name = null;
    try {
      JsonNode json = desk.orders().json(frame);
      name = OrderReader.name(json);
      carryOut(desk.orders().order(json));
    } catch (Refused refused) {
      complain(name, refused);
    } catch (RuntimeException e) {
      log.error("An order could not be carried out", e);
      complain(name, ours());
    }
    pump();
  }

  private void note() {
    if (heard == 0) {
      heard = System.nanoTime();
    }
  }

  /** Tells what is wrong with a frame that could not be read. */
  synchronized void refuse(Refused.Code code, String key) {
    if (ending) {
      return;
    }
    complain(null, new Refused(code, null, desk.sentences().say(key)));
    pump();
  }

  private void carryOut(Order order) {
    if (order instanceof Order.Start start) {
      start(start);
    } else if (order instanceof Order.Request request) {
      known(request.run()).request(request.n());
    } else {
      known(order.run()).cancel();
      runs.remove(order.run());
    }
  }

  private void start(Order.Start start) {
    if (!runs.containsKey(start.run()) && runs.size() >= desk.limits().runsPerConnection()) {
      throw new Refused(
          Refused.Code.TOO_MANY_RUNS,
          null,
          desk.sentences().say("error.too-many-runs", desk.limits().runsPerConnection()));
    }
    Spec spec = desk.specs().read(start.spec(), "spec");
    Carried before = runs.get(start.run());
    if (spec.ground().trained() != null) {
      Toil toil = new Toil(start.run(), spec, start.from(), desk.runs());
      toil.insteadOf(before instanceof Toil other ? other.makeWay() : before);
      putLast(start.run(), toil);
      desk.meters().begun();
      return;
    }
    Playing playing = new Playing(start.run(), desk.runs().begin(spec, start.from()));
    if (before != null) {
      before.cancel();
    }
    putLast(start.run(), playing);
    desk.meters().begun();
    queue(playing.started());
  }

  private void putLast(String name, Carried carried) {
    runs.remove(name);
    runs.put(name, carried);
  }

  private Carried known(String name) {
    Carried carried = runs.get(name);
    if (carried == null) {
      throw new Refused(
          Refused.Code.UNKNOWN_RUN, "run", desk.sentences().say("error.unknown-run", name));
    }
    return carried;
  }

  private void complain(@Nullable String run, Refused refused) {
    desk.meters().refused(refused.code());
    queue(Frame.error(run, refused));
    ending |= patience.isLost();
  }

  private void queue(Frame frame) {
    if (waiting.size() >= MOST_WAITING) {
      ending = true;
    } else {
      waiting.add(frame);
    }
  }

  private synchronized void sent() {
    sending = false;
    if (heard != 0) {
      desk.meters().answeredAfter(System.nanoTime() - heard);
      heard = 0;
    }
    pump();
  }

  /** Sends what there is to send; a loop and not a recursion when frames leave at once. */
  private void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      while (!sending) {
        Optional<Frame> frame = nextFrame();
        if (frame.isEmpty()) {
          if (ending) {
            line.hangUp();
          }
          return;
        }
        sending = true;
        desk.meters().sends(frame.get().steps());
        line.send(frame.get(), this::sent);
      }
    } finally {
      light = Carried.areLight(runs.values());
      pumping = false;
    }
  }

  /** Answers first; then the runs take turns. */
  private Optional<Frame> nextFrame() {
    if (!waiting.isEmpty()) {
      return Optional.of(waiting.remove());
    }
    if (ending) {
      return Optional.empty();
    }
    for (Map.Entry<String, Carried> entry : runs.entrySet()) {
      String name = entry.getKey();
      if (entry.getValue() instanceof Toil toil) {
        work(toil);
      } else if (entry.getValue() instanceof Playing playing) {
        Optional<Frame> frame = nextOf(name, playing);
        if (frame.isPresent()) {
          runs.remove(name);
          if (!playing.isLost()) {
            runs.put(name, playing);
          }
          return frame;
        }
      }
    }
    return Optional.empty();
  }

  /** Heavy work is done elsewhere, and not before the frames ahead of it have left. */
  private void work(Toil toil) {
    if (toil.begin()) {
      Locale language = Tongue.spoken();
      desk.workshop().later(enough -> Tongue.speak(language, () -> workOn(toil, enough)));
    }
  }

  private void workOn(Toil toil, BooleanSupplier enough) {
    Optional<Frame> frame;
    boolean lost = true;
    try {
      frame = toil.slice(enough);
      lost = false;
    } catch (Refused refused) {
      frame = Optional.of(Frame.error(toil.name(), refused));
    } catch (RuntimeException e) {
      log.error("A training could not go on", e);
      frame = Optional.of(Frame.error(toil.name(), ours()));
    }
    bring(toil, frame, lost);
  }

  private synchronized void bring(Toil toil, Optional<Frame> frame, boolean lost) {
    toil.rest();
    Carried now = runs.get(toil.name());
    boolean waits = now instanceof Toil other && other.before() == toil;
    if (ending || !(now == toil || waits)) {
      return;
    }
    if (lost) {
      lose(toil, now);
    } else if (frame.isPresent()) {
      toil.hasBegun();
    }
    frame.ifPresent(waiting::add);
    pump();
  }

  /** A training that cannot begin leaves its place to the run that had it before. */
  private void lose(Toil toil, @Nullable Carried now) {
    if (now instanceof Toil other && other != toil) {
      other.insteadOf(null);
      return;
    }
    runs.remove(toil.name());
    Carried before = toil.before();
    if (before != null) {
      runs.put(toil.name(), before);
    }
  }

  /** The page is gone: nothing more is computed for it. */
  synchronized void close() {
    ending = true;
    runs.values().forEach(Carried::cancel);
    runs.clear();
    waiting.clear();
  }

  /** A run that cannot go on is forgotten with an error; the others do not notice. */
  private Optional<Frame> nextOf(String name, Playing playing) {
    try {
      return playing.next(() -> false);
    } catch (Refused refused) {
      playing.lose();
      return Optional.of(Frame.error(name, refused));
    } catch (RuntimeException e) {
      log.error("A run could not go on", e);
      playing.lose();
      return Optional.of(Frame.error(name, ours()));
    }
  }

  private Refused ours() {
    return new Refused(Refused.Code.INVALID, null, desk.sentences().say("error.ours"));
  }
}
