package downhill.stream;

import downhill.run.Ending;
import downhill.run.Run;
import downhill.run.SpecJson;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A run on a connection: how many of its steps are still asked for, and the frames it sends. */
final class Playing implements Carried {

  /** So many steps in a frame keep the cost of a frame small beside that of its steps. */
  private static final int MOST_IN_A_FRAME = 128;

  /** More than any run has; requests add up to no more than this. */
  private static final long MOST_ASKED = 1L << 40;

  /** A page that asks an ended run this often without reading has lost count itself. */
  private static final int MOST_ENDINGS = 1000;

  private final String name;
  private final Run run;
  private long asked;
  private int endingsOwed;
  private boolean lost;

  Playing(String name, Run run) {
    this.name = name;
    this.run = run;
    this.endingsOwed = run.ending().isPresent() ? 1 : 0;
  }

  @Override
  public void request(int n) {
    if (run.ending().isPresent()) {
      endingsOwed = Math.min(endingsOwed + 1, MOST_ENDINGS);
    } else {
      asked = Math.min(asked + n, MOST_ASKED);
    }
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
  String started() {
    return frame(
        "started",
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
  Optional<String> next(BooleanSupplier enough) {
    if (asked > 0 && run.hasNext()) {
      return Optional.of(frame("steps", json -> steps(json, enough)));
    }
    if (endingsOwed > 0) {
      endingsOwed--;
      return run.ending().map(this::ended);
    }
    return Optional.empty();
  }

  private void steps(JsonGenerator json, BooleanSupplier enough) {
    json.writeArrayPropertyStart("steps");
    int written = 0;
    do {
      SpecJson.write(json, run.spec(), run.next());
      written++;
      asked--;
    } while (written < MOST_IN_A_FRAME && asked > 0 && !enough.getAsBoolean() && run.hasNext());
    json.writeEndArray();
    if (run.ending().isPresent()) {
      endingsOwed = 1;
      asked = 0;
    }
  }

  private String ended(Ending ending) {
    return frame(
        "ended",
        json -> {
          json.writeStringProperty("verdict", ending.verdict().key());
          json.writeNumberProperty("k", ending.k());
          json.writeStringProperty("message", ending.message());
        });
  }

  private String frame(String type, Consumer<JsonGenerator> body) {
    return SpecJson.text(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", type);
          json.writeStringProperty("run", name);
          body.accept(json);
          json.writeEndObject();
        });
  }
}
