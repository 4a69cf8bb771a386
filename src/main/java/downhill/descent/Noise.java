package downhill.descent;

/**
 * Gaussian noise that is a pure function of the seed, the update and the parameter, so that a run
 * can be taken up at any step without having drawn what came before.
 *
 * <p>The bits come from SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, 2014), the bell from Box and Muller, A note on the generation of random normal
 * deviates, 1958.
 *
 * @param deviation the standard deviation of each component; 0 or above
 * @param seed chooses the noise
 */
public record Noise(double deviation, long seed) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** Refuses a deviation that is negative or not finite. */
  public Noise {
    Range.closed(0, Double.MAX_VALUE).check("noise", deviation);
  }

  /** Adds noise to the gradient that update t (counted from 0) feels. */
  void shake(double[] gradient, int t) {
    if (deviation == 0) {
      return;
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += deviation * standardNormal(t, i);
    }
  }

  private double standardNormal(int t, int i) {
    long stream = mix(mix(seed + GOLDEN_GAMMA) + (long) t * GOLDEN_GAMMA) + 2L * i * GOLDEN_GAMMA;
    double radius = Math.sqrt(-2 * StrictMath.log(aboveZero(mix(stream + GOLDEN_GAMMA))));
    double angle = 2 * Math.PI * aboveZero(mix(stream + 2 * GOLDEN_GAMMA));
    return radius * StrictMath.cos(angle);
  }

  /** A number in (0, 1] from the upper 53 bits. */
  private static double aboveZero(long bits) {
    return ((bits >>> 11) + 1) * 0x1.0p-53;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
