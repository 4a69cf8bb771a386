package downhill.load;

import downhill.fault.Fault;
import downhill.fault.Line;
import downhill.fault.SteadyPage;
import downhill.fault.WholeRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A page on a line of its own, which plays run after run and compares each. */
final class Guest implements AutoCloseable {

  private final int port;
  private final Line line;
  private final SteadyPage page;
  private final SplittableRandom chance;
  private final List<String> differences = new ArrayList<>();
  private int ended;
  private long compared;

  /** Begins at once. */
  Guest(int port, SplittableRandom chance) {
    this.port = port;
    this.chance = chance;
    this.line = new Line(port);
    this.page =
        new SteadyPage(line.port(), SteadyPage.Manner.OURS, chance.split(), Mix.spec(chance));
  }

  /** Lets time pass; an ended run makes way for the next. */
  void tick() throws IOException, InterruptedException {
    page.tick(System.nanoTime());
    if (page.run().isOver()) {
      ended++;
      compare();
      page.begin(Mix.spec(chance));
    }
  }

  private void compare() throws IOException, InterruptedException {
    compared += page.run().size();
    differences.addAll(page.run().differences(WholeRun.of(port, page.run().spec())));
  }

  /** Something befalls its line, and those that it opens from now on where it stays. */
  void strike(Fault fault, boolean stays) {
    line.expect(() -> stays ? List.of(fault) : List.of());
    line.strike(fault);
  }

  /** Whatever stayed is over. */
  void clear() {
    line.expect(List::of);
  }

  int ended() {
    return ended;
  }

  int resumes() {
    return page.resumes();
  }

  long compared() {
    return compared;
  }

  List<String> differences() {
    return differences;
  }

  /** Compares what it has of its last run and is gone; how many differences it ever found. */
  int leave() throws IOException, InterruptedException {
    close();
    compare();
    return differences.size();
  }

  @Override
  public void close() {
    page.close();
    line.close();
  }
}
