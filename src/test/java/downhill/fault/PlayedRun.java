package downhill.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page has been sent of one run, and what of it no page should see. */
public final class PlayedRun {

  private final String name;
  private final String spec;
  private final List<String> steps = new ArrayList<>();
  private final List<String> wrongs = new ArrayList<>();
  private @Nullable JsonNode ending;
  private boolean over;
  private int pending;

  PlayedRun(String name, String spec) {
    this.name = name;
    this.spec = spec.replace('\'', '"');
  }

  /** Under which the service knows it. */
  String name() {
    return name;
  }

  /** Its spec, as JSON. */
  public String spec() {
    return spec;
  }

  /** So many more steps have been asked for. */
  synchronized void expect(int n) {
    pending += n;
  }

  /** The steps asked for and not yet here. */
  synchronized int pending() {
    return pending;
  }

  synchronized void receive(JsonNode message) {
    switch (message.path("type").asString()) {
      case "started" -> started(message.path("step"));
      case "steps" -> message.path("steps").forEach(this::step);
      case "ended" -> {
        ending = message;
        over = true;
        pending = 0;
      }
      default -> {
        wrongs.add(message.toString());
        over = true;
      }
    }
  }

  private void started(JsonNode step) {
    if (steps.isEmpty()) {
      steps.add(step.toString());
    } else if (!step.toString().equals(steps.get(steps.size() - 1))) {
      wrongs.add("it went on from another step than " + (steps.size() - 1) + ": " + step);
    }
  }

  private void step(JsonNode step) {
    if (pending == 0 || step.path("k").asInt() != steps.size()) {
      wrongs.add("after step " + (steps.size() - 1) + " came " + step + ", asked: " + pending);
    }
    pending--;
    steps.add(step.toString());
  }

  /** How many steps are here, step 0 among them. */
  public synchronized int size() {
    return steps.size();
  }

  /** The steps that are here, as JSON. */
  public synchronized List<String> steps() {
    return List.copyOf(steps);
  }

  /** Whether it has ended, or was refused. */
  public synchronized boolean isOver() {
    return over;
  }

  /**
   * How it differs from the whole one.
   *
   * @param whole the answer of {@code /api/runs} to its spec
   * @return a sentence for each difference; where it has not ended, the steps that it has count
   */
  public synchronized List<String> differences(JsonNode whole) {
    List<String> found = new ArrayList<>(wrongs);
    JsonNode all = whole.path("steps");
    for (int k = 0; k < Math.min(steps.size(), all.size()); k++) {
      if (!all.get(k).toString().equals(steps.get(k))) {
        found.add("step " + k + " is " + steps.get(k) + " and should be " + all.get(k));
      }
    }
    if (steps.size() > all.size() || ending != null && steps.size() < all.size()) {
      found.add("of " + all.size() + " steps it has " + steps.size());
    }
    if (ending != null) {
      tellApart("verdict", whole.path("verdict"), ending.path("verdict"), found);
      tellApart("message", whole.path("message"), ending.path("message"), found);
      tellApart("last step", all.get(all.size() - 1).path("k"), ending.path("k"), found);
    }
    return found;
  }

  private static void tellApart(String what, JsonNode whole, JsonNode own, List<String> found) {
    if (!whole.equals(own)) {
      found.add("its " + what + " is " + own + " and should be " + whole);
    }
  }
}
