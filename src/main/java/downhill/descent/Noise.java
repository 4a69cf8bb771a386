package downhill.descent;

/**
 * Gaussian noise that is a pure function of the seed, the update and the parameter, so that a run
 * can be taken up at any step without having drawn what came before.
 *
 * <p>The bits come from SplitMix64, the bell from Box and Muller, A note on the generation of
 * random normal deviates, 1958.
 *
 * @param deviation the standard deviation of each component; 0 or above
 * @param seed chooses the noise
 */
public record Noise(double deviation, long seed) {

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
    long state = SplitMix.stream(seed, t) + (2L * i + 1) * SplitMix.GOLDEN_GAMMA;
    double radius = Math.sqrt(-2 * StrictMath.log(aboveZero(SplitMix.mix(state))));
    double angle = 2 * Math.PI * aboveZero(SplitMix.mix(state + SplitMix.GOLDEN_GAMMA));
    return radius * StrictMath.cos(angle);
  }

  /** A number in (0, 1] from the upper 53 bits. */
  private static double aboveZero(long bits) {
    return ((bits >>> 11) + 1) * 0x1.0p-53;
  }
}
