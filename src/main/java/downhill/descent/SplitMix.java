package downhill.descent;

/**
 * The project's chance: SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, 2014), used so that any number of a stream can be had without those before it.
 */
final class SplitMix {

  /** The distance between two states of a stream. */
  static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix() {}

  /**
   * The state in which a seed's n-th stream begins.
   *
   * @param seed chooses the streams
   * @param n which of them; the noise of update t has stream t, the order of pass p stream −1 − p,
   *     drawn starts two streams beyond all of these
   */
  static long stream(long seed, long n) {
    return mix(mix(seed + GOLDEN_GAMMA) + n * GOLDEN_GAMMA);
  }

  /** The 64 random bits of a state. */
  static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
