package downhill.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times whole trainings, from the table's rows to the last round, with the loss, its gradient and
 * the accuracy over all rows after each round, on one thread. Not a test; {@code src/bench/run.sh}
 * runs it beside others.
 */
final class TrainingBenchmark {

  private static final Task SMALL = new Task("fruits", 16, 16, 0.1, 30);
  private static final Task LARGE = new Task("digits", 32, 32, 0.1, 5);

  private TrainingBenchmark() {}

  /**
   * Times the trainings and adds the times to the file {@code times} of a folder, beside which it
   * writes the tables down for others.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    write(SMALL, folder);
    write(LARGE, folder);
    String times = time("small", SMALL, 400, 200) + time("large", LARGE, 30, 30);
    Files.writeString(
        folder.resolve("times"), times, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String time(String name, Task task, int warmUps, int times) {
    Task.End end = task.train(0);
    for (int i = 0; i < warmUps; i++) {
      end = task.train(i);
    }
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    double[] millis = new double[times];
    double[] busy = new double[times];
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      long worked = thread.getCurrentThreadCpuTime();
      end = task.train(i);
      millis[i] = (System.nanoTime() - begun) / 1e6;
      busy[i] = (thread.getCurrentThreadCpuTime() - worked) / 1e6;
    }
    return String.format(
        Locale.ROOT,
        "%s ours %.3f %.3f %.4f %.4f%n",
        name,
        median(millis),
        median(busy),
        end.loss(),
        end.accuracy());
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static void write(Task task, Path folder) throws IOException {
    Table table = Tables.named(task.table()).orElseThrow();
    Path file = folder.resolve(task.table() + ".json");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.printf(
          "{\"x\": %s, \"y\": %s, \"kinds\": %d, \"hidden\": %d, \"batch\": %d, \"rounds\": %d}%n",
          Arrays.deepToString(table.x()),
          Arrays.toString(Arrays.stream(table.y()).mapToInt(y -> (int) y).toArray()),
          table.kinds().size(),
          task.hidden(),
          task.batch(),
          task.rounds());
    }
  }
}
