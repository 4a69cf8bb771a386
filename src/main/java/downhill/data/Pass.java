package downhill.data;

/**
 * A few rows on their way through a network, and back: what each layer makes of them, and how the
 * loss would change with each sum. In the formulas x is what comes into a layer, W its weights, b
 * its biases, z = x W + b its sums and a = f(z) what goes out of it (Goodfellow, Bengio and
 * Courville, Deep Learning, 2016, algorithms 6.3 and 6.4).
 *
 * <p>All inner loops run along the units of a layer, whose numbers lie side by side, so that the
 * machine takes several at a time.
 */
final class Pass {

  private final Network network;

  /** What goes into layer l at l, and what comes out of the last one at the end; row by row. */
  private final double[][] a;

  /** By layer, the derivative of the loss by each sum; row by row. */
  private final double[][] delta;

  private final double[] four = new double[4];

  /**
   * Room for rows.
   *
   * @param network which
   * @param most so many rows at a time
   */
  Pass(Network network, int most) {
    this.network = network;
    int depth = network.layers().size();
    a = new double[depth + 1][];
    delta = new double[depth][];
    a[0] = new double[most * network.inputs()];
    for (int l = 0; l < depth; l++) {
      a[l + 1] = new double[most * network.layers().get(l).outputs()];
      delta[l] = new double[most * network.layers().get(l).outputs()];
    }
  }

  /** What goes into the network, row by row; to be filled before {@link #forward}. */
  double[] inputs() {
    return a[0];
  }

  /** What comes out of it, row by row; of a softmax the logarithms of its shares. */
  double[] answers() {
    return a[a.length - 1];
  }

  /** The derivative of the loss by each sum of the last layer; filled before {@link #backward}. */
  double[] blame() {
    return delta[delta.length - 1];
  }

  /** From the inputs to the answers: a = f(x W + b), layer by layer. */
  void forward(double[] w, int rows) {
    for (int l = 0; l < delta.length; l++) {
      Layer layer = network.layers().get(l);
      sums(w, network.begin(l), layer, a[l], a[l + 1], rows);
      Activations.apply(layer, a[l + 1], rows);
    }
  }

  private void sums(double[] w, int begin, Layer layer, double[] x, double[] z, int rows) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    int biases = begin + inputs * outputs;
    for (int row = 0; row < rows; row++) {
      int to = row * outputs;
      System.arraycopy(w, biases, z, to, outputs);
      int i = 0;
      for (; i + 4 <= inputs; i += 4) {
        take(x, row * inputs + i, 1);
        addFour(w, begin + i * outputs, z, to, outputs);
      }
      for (; i < inputs; i++) {
        addOne(x[row * inputs + i], w, begin + i * outputs, z, to, outputs);
      }
    }
  }

  /**
   * From the blame on the answers back to every weight (Rumelhart, Hinton and Williams, Learning
   * representations by back-propagating errors, 1986): by the chain rule ∂Q/∂W = xᵀ δ, ∂Q/∂b = ∑ δ
   * and, one layer down, δ = (δ Wᵀ) f′(z).
   *
   * @param w the parameters
   * @param rows how many
   * @param into the gradient, to which what these rows contribute is added
   */
  void backward(double[] w, int rows, double[] into) {
    for (int l = delta.length - 1; l >= 0; l--) {
      Layer layer = network.layers().get(l);
      blameWeights(network.begin(l), layer, a[l], delta[l], rows, into);
      if (l > 0) {
        blameInputs(w, network.begin(l), layer, delta[l], delta[l - 1], rows);
        Activations.followBack(network.layers().get(l - 1), a[l], delta[l - 1], rows);
      }
    }
  }

  private void blameWeights(
      int begin, Layer layer, double[] x, double[] delta, int rows, double[] into) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    int biases = begin + inputs * outputs;
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      int from = row * outputs;
      for (int i = 0; i < inputs; i++) {
        take(x, row * inputs + i, inputs);
        addFour(delta, from, into, begin + i * outputs, outputs);
      }
    }
    for (; row < rows; row++) {
      for (int i = 0; i < inputs; i++) {
        int to = begin + i * outputs;
        addOne(x[row * inputs + i], delta, row * outputs, into, to, outputs);
      }
    }
    for (row = 0; row < rows; row++) {
      addOne(1, delta, row * outputs, into, biases, outputs);
    }
  }

  private static void blameInputs(
      double[] w, int begin, Layer layer, double[] delta, double[] before, int rows) {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int o = 0; o < outputs; o++) {
          sum += w[begin + i * outputs + o] * delta[row * outputs + o];
        }
        before[row * inputs + i] = sum;
      }
    }
  }

  /** to ← to + factor · from, along so many numbers. */
  private static void addOne(
      double factor, double[] from, int first, double[] to, int at, int count) {
    for (int o = 0; o < count; o++) {
      to[at + o] += factor * from[first + o];
    }
  }

  /**
   * The same for four factors at once and what they multiply, which lies side by side: what is
   * added to is read and written once and not four times, which is what such loops wait for.
   */
  private void addFour(double[] from, int first, double[] to, int at, int count) {
    double f0 = four[0];
    double f1 = four[1];
    double f2 = four[2];
    double f3 = four[3];
    int second = first + count;
    int third = second + count;
    int fourth = third + count;
    for (int o = 0; o < count; o++) {
      to[at + o] +=
          f0 * from[first + o]
              + f1 * from[second + o]
              + f2 * from[third + o]
              + f3 * from[fourth + o];
    }
  }

  /** Takes the next four factors, each so far from the one before it. */
  private void take(double[] factors, int first, int far) {
    for (int i = 0; i < 4; i++) {
      four[i] = factors[first + i * far];
    }
  }
}
