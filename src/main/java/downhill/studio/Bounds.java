package downhill.studio;

/**
 * How much a program may ask for.
 *
 * @param characters the longest program, in bytes of UTF-8
 * @param layers the most layers of a network, its input not counted
 * @param units the most units of a layer
 * @param parameters the most weights and biases of a network
 * @param rounds the most rounds of a training
 */
public record Bounds(int characters, int layers, int units, int parameters, int rounds) {

  /** What suits a class on one small machine. */
  public static final Bounds USUAL = new Bounds(16_384, 8, 256, 10_000, 10_000);

  /** Refuses a bound below 1. */
  public Bounds {
    if (Math.min(Math.min(characters, layers), Math.min(Math.min(units, parameters), rounds)) < 1) {
      throw new IllegalArgumentException("each bound of a program must be at least 1");
    }
  }
}
