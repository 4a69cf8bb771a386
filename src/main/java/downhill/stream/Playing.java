package downhill.stream;

import downhill.run.Ending;
import downhill.run.JsonBytes;
import downhill.run.Run;
import downhill.run.SpecJson;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A run on a connection: how many of its steps are still asked for, and the frames it sends. */
final class Playing implements Carried {

  /** So many steps in a frame keep the cost of a frame small beside that of its steps. */
  private static final int MOST_IN_A_FRAME = 128;

  private static final int ROOM_FOR_A_STEP = 180;
  private static final int ROOM_BESIDE = 128;

  /** More than any run has; requests add up to no more than this. */
  private static final long MOST_ASKED = 1L << 40;

  /** A page that asks an ended run this often without reading has lost count itself. */
  private static final int MOST_ENDINGS = 1000;

  private final String name;
  private final Run run;
  private final byte[] opening;
  private long asked;
  private int endingsOwed;
  private boolean lost;

  Playing(String name, Run run) {
    this.name = name;
    this.run = run;
    this.endingsOwed = run.ending().isPresent() ? 1 : 0;
    this.opening = opening(name);
  }

  /** What each of its frames begins with. */
  private static byte[] opening(String name) {
    JsonBytes json = new JsonBytes(ROOM_BESIDE).raw("{\"type\":\"steps\",\"run\":");
    json.value(run -> run.writeString(name)).raw(",\"steps\":[");
    return Arrays.copyOf(json.bytes(), json.size());
  }

  @Override
  public void request(int n) {
    if (run.ending().isPresent()) {
      endingsOwed = Math.min(endingsOwed + 1, MOST_ENDINGS);
    } else {
      asked = Math.min(asked + n, MOST_ASKED);
    }
  }

  @Override
  public boolean isLight() {
    return run.spec().ground().isLight();
  }

  /** Nothing of it is under way between its frames. */
  @Override
  public void cancel() {}

  /** Whether a frame is asked for. */
  boolean owes() {
    return asked > 0 || endingsOwed > 0;
  }

  /** Marks it as one that cannot go on. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  /** The frame that answers its start. */
  Frame started() {
    return Frame.of(
        "started",
        name,
        json -> {
          json.writeName("spec");
          SpecJson.write(json, run.spec());
          json.writeName("step");
          SpecJson.write(json, run.spec(), run.current());
        });
  }

  /**
   * The next frame that is asked for, if any.
   *
   * @param enough whether the frame is to leave with the steps that it has, one of them at least
   */
  Optional<Frame> next(BooleanSupplier enough) {
    if (asked > 0 && run.hasNext()) {
      return Optional.of(steps(enough));
    }
    if (endingsOwed > 0) {
      endingsOwed--;
      return run.ending().map(this::ended);
    }
    return Optional.empty();
  }

  private Frame steps(BooleanSupplier enough) {
    int most = (int) Math.min(asked, MOST_IN_A_FRAME);
    Frame frame = new Frame(opening.length + most * ROOM_FOR_A_STEP);
    JsonBytes json = frame.json();
    json.raw(opening);
    int written = run.write(json, most, enough);
    asked -= written;
    json.raw("]}");
    frame.countSteps(written);
    if (run.ending().isPresent()) {
      endingsOwed = 1;
      asked = 0;
    }
    return frame;
  }

  private Frame ended(Ending ending) {
    return Frame.of(
        "ended",
        name,
        json -> {
          json.writeStringProperty("verdict", ending.verdict().key());
          json.writeNumberProperty("k", ending.k());
          json.writeStringProperty("message", ending.message());
        });
  }
}
