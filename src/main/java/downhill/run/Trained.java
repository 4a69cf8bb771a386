package downhill.run;

import downhill.data.Experiment;
import downhill.data.NetworkLoss;
import downhill.data.Table;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program trains: ground of many parameters, of which no picture can be drawn.
 *
 * @param program the program
 * @param training what it asks for
 * @param experiment its network and the rows it learns from
 * @param weights whether each step is to tell the weights too, as a page draws them
 * @param output whether each step is to tell what the network makes of its features
 */
public record Trained(
    Program program, Training training, Experiment experiment, boolean weights, boolean output) {

  /** How many weights and biases are told with each step at most; more are no picture. */
  public static final int MOST_WEIGHTS = 600;

  /** The multiplications of so many steps, about: a measure of how long they take. */
  long work(int rounds) {
    NetworkLoss loss = experiment.trainingLoss();
    return (long) loss.examples() * loss.dimension() * rounds;
  }

  /**
   * How well it answers, beside the loss that is walked down.
   *
   * @param accuracy the share of the rows that it learns from that it answers right; null where a
   *     number is to be predicted
   * @param heldOutLoss the loss over the rows held out; null where none are
   * @param heldOutAccuracy the share of those that it answers right; null likewise
   */
  public record Scores(
      @Nullable Double accuracy, @Nullable Double heldOutLoss, @Nullable Double heldOutAccuracy) {}

  /** How well it answers at its weights and biases. */
  public Scores scores(double[] w) {
    Optional<NetworkLoss> heldOut = experiment.heldOutLoss();
    return new Scores(
        accuracy(experiment.trainingLoss(), w),
        heldOut.map(loss -> loss.value(w)).orElse(null),
        heldOut.map(loss -> accuracy(loss, w)).orElse(null));
  }

  private @Nullable Double accuracy(NetworkLoss loss, double[] w) {
    return table().sorts() ? (Double) ((double) loss.right(w) / loss.examples()) : null;
  }

  /** What it learns from. */
  public Table table() {
    return experiment.table();
  }
}
