package downhill.data;

import downhill.descent.Objective;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How badly a network answers, as a function of its weights and biases: the mean over the rows of
 * the cross-entropy −∑ t ln a of what a softmax answers with what it should, else of the mean over
 * the outputs of the squared error (a − t)².
 */
public final class NetworkLoss implements Objective {

  /** So many rows go through the network together; their numbers stay near the processor. */
  private static final int TOGETHER = 32;

  private final Network network;
  private final Samples samples;

  /**
   * The loss of a network over rows.
   *
   * @param network which
   * @param samples the rows
   */
  NetworkLoss(Network network, Samples samples) {
    this.network = network;
    this.samples = samples;
  }

  /** The network whose loss it is. */
  public Network network() {
    return network;
  }

  @Override
  public int dimension() {
    return network.parameters();
  }

  @Override
  public int examples() {
    return samples.count();
  }

  @Override
  public double value(double[] w) {
    return walk(w, null, 0, samples.count(), null);
  }

  @Override
  public double gradient(double[] w, double[] into) {
    return walk(w, null, 0, samples.count(), into);
  }

  @Override
  public void gradient(double[] w, int[] rows, int first, int end, double[] into) {
    walk(w, rows, first, end, into);
  }

  /**
   * How many rows it answers right: where the output that should be largest is, the first of equal
   * ones; a single output is right where it is on the right side of a half.
   *
   * @param w the weights and biases
   * @return 0 to {@link #examples()}
   */
  public int right(double[] w) {
    int outputs = samples.outputs();
    Pass pass = new Pass(network, TOGETHER);
    int right = 0;
    for (int at = 0; at < samples.count(); at += TOGETHER) {
      int rows = Math.min(TOGETHER, samples.count() - at);
      load(pass, null, at, rows);
      pass.forward(w, rows);
      for (int row = 0; row < rows; row++) {
        int answered = choice(pass.answers(), row * outputs, outputs);
        right += answered == choice(samples.wanted(), (at + row) * outputs, outputs) ? 1 : 0;
      }
    }
    return right;
  }

  /** Which kind an answer stands for. */
  static int choice(double[] answers, int first, int count) {
    if (count == 1) {
      return answers[first] > 0.5 ? 1 : 0;
    }
    int largest = first;
    for (int i = first + 1; i < first + count; i++) {
      largest = answers[i] > answers[largest] ? i : largest;
    }
    return largest - first;
  }

  /** The loss over rows, and the gradient where it is wanted. */
  private double walk(
      double[] w, int @Nullable [] order, int first, int end, double @Nullable [] into) {
    if (into != null) {
      Arrays.fill(into, 0);
    }
    Pass pass = new Pass(network, TOGETHER);
    double loss = 0;
    for (int at = first; at < end; at += TOGETHER) {
      int rows = Math.min(TOGETHER, end - at);
      load(pass, order, at, rows);
      pass.forward(w, rows);
      loss += judge(pass, order, at, rows, 1.0 / (end - first));
      if (into != null) {
        pass.backward(w, rows, into);
      }
    }
    return loss / (end - first);
  }

  private void load(Pass pass, int @Nullable [] order, int at, int rows) {
    int inputs = samples.inputs();
    for (int row = 0; row < rows; row++) {
      int from = (order == null ? at + row : order[at + row]) * inputs;
      System.arraycopy(samples.x(), from, pass.inputs(), row * inputs, inputs);
    }
  }

  /**
   * The losses of rows, added up, and what the last layer's sums are to blame for: for both kinds
   * of loss that is a − t, up to what the squared error brings along.
   */
  private double judge(Pass pass, int @Nullable [] order, int at, int rows, double share) {
    Layer last = network.last();
    int outputs = last.outputs();
    boolean shares = last.kind() == Activation.SOFTMAX;
    double loss = 0;
    for (int row = 0; row < rows; row++) {
      int wanted = (order == null ? at + row : order[at + row]) * outputs;
      for (int o = row * outputs; o < (row + 1) * outputs; o++) {
        double answer = pass.answers()[o];
        double want = samples.wanted()[wanted + o - row * outputs];
        if (shares) {
          loss -= want == 0 ? 0 : want * answer;
          pass.blame()[o] = share * (StrictMath.exp(answer) - want);
        } else {
          double miss = answer - want;
          loss += miss * miss / outputs;
          pass.blame()[o] = share * 2 * miss / outputs;
        }
      }
    }
    if (!shares) {
      Activations.followBack(last, pass.answers(), pass.blame(), rows);
    }
    return loss;
  }
}
