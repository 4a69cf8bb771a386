package downhill.data;

import downhill.descent.Lots;
import java.util.Arrays;
import java.util.List;

/**
 * A feed-forward network of dense layers. It holds no weights: they are the parameters w, one flat
 * array of numbers, so that the same descent that moves a ball can move them. Layer by layer there
 * come first the weights, all those of the first input before those of the second, and then the
 * biases, one for each unit.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class Network {

  private final List<Layer> layers;
  private final int[] begins;
  private final int parameters;

  /**
   * A network.
   *
   * @param layers one after the other; each takes in what the one before it gives out
   * @throws IllegalArgumentException where there is none, they do not fit, or a softmax is not last
   */
  public Network(List<Layer> layers) {
    this.layers = List.copyOf(layers);
    this.begins = new int[layers.size()];
    int next = 0;
    for (int l = 0; l < layers.size(); l++) {
      begins[l] = next;
      next += layers.get(l).parameters();
      refuseMisfit(l);
    }
    this.parameters = next;
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network has at least one layer");
    }
  }

  private void refuseMisfit(int l) {
    if (l > 0 && layers.get(l).inputs() != layers.get(l - 1).outputs()) {
      throw new IllegalArgumentException("layer " + l + " does not fit the layer before it");
    }
    if (l < layers.size() - 1 && layers.get(l).kind() == Activation.SOFTMAX) {
      throw new IllegalArgumentException("layer " + l + " is softmax and not the last");
    }
  }

  /** Its layers, from the first that looks at the features to the one that answers. */
  public List<Layer> layers() {
    return layers;
  }

  /** The number of weights and biases, n. */
  public int parameters() {
    return parameters;
  }

  /** How many numbers it takes in. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** How many numbers it answers with. */
  public int outputs() {
    return last().outputs();
  }

  /** The layer that answers. */
  Layer last() {
    return layers.get(layers.size() - 1);
  }

  /** Where in w the parameters of a layer begin. */
  int begin(int l) {
    return begins[l];
  }

  /**
   * Weights to begin with, drawn by chance so that the sums of each layer are about as large as
   * what comes in; biases of 0. Before relu they are drawn evenly with the variance 2 / inputs (He,
   * Zhang, Ren and Sun, Delving deep into rectifiers, 2015, equation 10), else with 2 / (inputs +
   * outputs) (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural
   * networks, 2010, equation 16). Even chance between −r and r has the variance r² / 3.
   *
   * @param seed chooses them
   * @return n numbers, the same for the same seed
   */
  public double[] start(long seed) {
    Lots lots = new Lots(seed);
    double[] w = new double[parameters];
    int drawn = 0;
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      double variance =
          layer.kind() == Activation.RELU
              ? 2.0 / layer.inputs()
              : 2.0 / (layer.inputs() + layer.outputs());
      double r = Math.sqrt(3 * variance);
      for (int i = 0; i < layer.inputs() * layer.outputs(); i++) {
        w[begins[l] + i] = lots.start(drawn++, -r, r);
      }
    }
    return w;
  }

  /**
   * What it answers: the shares of a softmax, else what its last layer makes of its sums.
   *
   * @param w its parameters
   * @param x what it is given, of length {@link #inputs()}
   * @return its outputs
   */
  public double[] answer(double[] w, double[] x) {
    Pass pass = new Pass(this, 1);
    System.arraycopy(x, 0, pass.inputs(), 0, x.length);
    pass.forward(w, 1);
    double[] answer = pass.answers().clone();
    return last().kind() == Activation.SOFTMAX
        ? Arrays.stream(answer).map(StrictMath::exp).toArray()
        : answer;
  }
}
