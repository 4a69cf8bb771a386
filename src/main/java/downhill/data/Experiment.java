package downhill.data;

import downhill.descent.Batches;
import downhill.descent.Lots;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network that is to learn from a table: which rows it learns from and which are held out to test
 * it, and how their numbers are scaled. Features are standardised, and so is a number to predict,
 * by the rows that it learns from alone: what is held out must not be seen.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class Experiment {

  private static final Scaling AS_IT_IS = new Scaling(0, 1);

  private final Table table;
  private final Network network;
  private final int[] trainingRows;
  private final int[] heldOutRows;
  private final Scaling[] scalings;
  private final Scaling targetScaling;
  private final NetworkLoss trainingLoss;
  private final @Nullable NetworkLoss heldOutLoss;

  /**
   * An experiment.
   *
   * @param table what there is to learn from
   * @param network with as many inputs as the table has features, and outputs that suit it: one for
   *     each kind, one for a number, or for two kinds one alone
   * @param held how many of the rows are held out, 0 to all but one
   * @param seed chooses the rows held out, from a stream that neither weights nor batches use
   * @throws IllegalArgumentException where network and table do not suit, or no row is left
   */
  public Experiment(Table table, Network network, int held, long seed) {
    this.table = table;
    this.network = network;
    refuseMisfit();
    if (held < 0 || held >= table.rows()) {
      throw new IllegalArgumentException(
          "of " + table.rows() + " rows " + held + " cannot be held out");
    }
    int[] order = held == 0 ? all() : new Batches(table.rows(), 1, seedOfSplit(seed)).order(0);
    heldOutRows = sorted(order, 0, held);
    trainingRows = sorted(order, held, order.length);
    scalings =
        IntStream.range(0, table.width())
            .mapToObj(i -> scaling(row -> table.x(row, i)))
            .toArray(Scaling[]::new);
    targetScaling = table.sorts() ? AS_IT_IS : scaling(table::y);
    trainingLoss = new NetworkLoss(network, samples(trainingRows));
    heldOutLoss = held == 0 ? null : new NetworkLoss(network, samples(heldOutRows));
  }

  private static long seedOfSplit(long seed) {
    return new Lots(seed).seed(0);
  }

  private void refuseMisfit() {
    int outputs = network.outputs();
    boolean suits =
        table.sorts()
            ? outputs == table.kinds().size() || outputs == 1 && table.kinds().size() == 2
            : outputs == 1;
    if (network.inputs() != table.width() || !suits) {
      throw new IllegalArgumentException(
          "a network of " + network.inputs() + " inputs and " + outputs + " outputs does not suit");
    }
  }

  private int[] all() {
    return IntStream.range(0, table.rows()).toArray();
  }

  private static int[] sorted(int[] order, int first, int end) {
    return Arrays.stream(order, first, end).sorted().toArray();
  }

  /** What is the same in all rows that it learns from is only moved to 0. */
  private Scaling scaling(IntToDoubleFunction column) {
    double[] x = Arrays.stream(trainingRows).mapToDouble(column).toArray();
    return Means.areAllTheSame(x) ? new Scaling(x[0], 1) : Scaling.of(x);
  }

  private Samples samples(int[] rows) {
    int inputs = network.inputs();
    int outputs = network.outputs();
    double[] x = new double[rows.length * inputs];
    double[] wanted = new double[rows.length * outputs];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(scaled(table.row(rows[i])), 0, x, i * inputs, inputs);
      double y = table.y(rows[i]);
      if (table.sorts() && outputs > 1) {
        wanted[i * outputs + (int) y] = 1;
      } else {
        wanted[i] = targetScaling.apply(y);
      }
    }
    return new Samples(rows.length, x, wanted);
  }

  private double[] scaled(double[] features) {
    double[] z = features.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] = scalings[i].apply(z[i]);
    }
    return z;
  }

  /** What there is to learn from. */
  public Table table() {
    return table;
  }

  /** What learns. */
  public Network network() {
    return network;
  }

  /** What is walked down: the loss over the rows that it learns from. */
  public NetworkLoss trainingLoss() {
    return trainingLoss;
  }

  /** The loss over the rows held out; empty where none are. */
  public Optional<NetworkLoss> heldOutLoss() {
    return Optional.ofNullable(heldOutLoss);
  }

  /** The rows that it learns from, counted from 0, in the table's order; a copy. */
  public int[] trainingRows() {
    return trainingRows.clone();
  }

  /** The rows held out, counted from 0, in the table's order; a copy. */
  public int[] heldOutRows() {
    return heldOutRows.clone();
  }

  /** How a feature, counted from 0, is scaled. */
  public Scaling scaling(int feature) {
    return scalings[feature];
  }

  /** How the number to predict is scaled; of kinds, not at all. */
  public Scaling targetScaling() {
    return targetScaling;
  }

  /**
   * What the network answers.
   *
   * @param w its weights and biases
   * @param features as they stand in the table, not scaled
   * @return its outputs; a number to predict in its own unit
   */
  public double[] answer(double[] w, double[] features) {
    double[] answer = network.answer(w, scaled(features));
    if (!table.sorts()) {
      answer[0] = targetScaling.undo(answer[0]);
    }
    return answer;
  }

  /** The index of the kind that an answer stands for. */
  public int kind(double[] answer) {
    return NetworkLoss.choice(answer, 0, answer.length);
  }
}
