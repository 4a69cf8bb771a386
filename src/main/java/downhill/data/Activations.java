package downhill.data;

/** What layers make of their sums, and how steeply; {@link StrictMath}, for the same bits. */
final class Activations {

  private Activations() {}

  /**
   * Turns a layer's sums z into what goes out of it, a = f(z), in place; those of a softmax into
   * the logarithms of its shares.
   */
  static void apply(Layer layer, double[] z, int rows) {
    int count = rows * layer.outputs();
    switch (layer.kind()) {
      case RELU -> {
        for (int i = 0; i < count; i++) {
          z[i] = Math.max(0, z[i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          z[i] = StrictMath.tanh(z[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          z[i] = 1 / (1 + StrictMath.exp(-z[i]));
        }
      }
      case SOFTMAX -> {
        for (int row = 0; row < rows; row++) {
          logSoftmax(z, row * layer.outputs(), layer.outputs());
        }
      }
      case LINEAR -> {}
      default -> throw new IllegalArgumentException(layer.kind().key());
    }
  }

  /**
   * The logarithms of the shares, z − ln ∑ eᶻ, so that a share too small for a double still has a
   * loss; all z less by the largest, so that nothing overflows.
   */
  private static void logSoftmax(double[] z, int first, int count) {
    double largest = largest(z, first, count);
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      z[i] -= largest;
      sum += StrictMath.exp(z[i]);
    }
    double logOfSum = StrictMath.log(sum);
    for (int i = first; i < first + count; i++) {
      z[i] -= logOfSum;
    }
  }

  private static double largest(double[] z, int first, int count) {
    double largest = z[first];
    for (int i = first + 1; i < first + count; i++) {
      largest = Math.max(largest, z[i]);
    }
    return largest;
  }

  /**
   * Follows a derivative back through a layer, δ ← δ f′(z). Each f′ can be told from a = f(z); relu
   * is taken to be flat at 0.
   */
  static void followBack(Layer layer, double[] a, double[] delta, int rows) {
    int count = rows * layer.outputs();
    switch (layer.kind()) {
      case RELU -> {
        for (int i = 0; i < count; i++) {
          delta[i] = a[i] > 0 ? delta[i] : 0;
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          delta[i] *= 1 - a[i] * a[i];
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          delta[i] *= a[i] * (1 - a[i]);
        }
      }
      case LINEAR -> {}
      default -> throw new IllegalArgumentException(layer.kind().key() + " is told from its loss");
    }
  }
}
