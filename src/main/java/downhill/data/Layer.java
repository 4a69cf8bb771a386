package downhill.data;

/**
 * A dense layer: every unit looks at all inputs.
 *
 * @param inputs how many numbers come in; at least 1
 * @param outputs how many units it has; at least 1
 * @param kind what the units make of their sums
 */
public record Layer(int inputs, int outputs, Activation kind) {

  /** Refuses a layer without inputs or units. */
  public Layer {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a layer has at least 1 input and 1 unit; these are " + inputs + " and " + outputs);
    }
  }

  /** How many weights and biases it has. */
  public int parameters() {
    return inputs * outputs + outputs;
  }
}
