package downhill.descent;

/**
 * Starts drawn by chance: a pure function of the seed and of how many were drawn before, so that
 * the first five of a hundred are the first five of ten.
 *
 * <p>The bits come from SplitMix64: the i-th state of a stream of its own, which neither noise nor
 * the order of batches uses, gives in its upper 53 bits the i-th place; the i-th state of the next
 * stream gives the seed of the run that begins there, so that noise shakes each run anew.
 *
 * @param seed chooses the starts
 */
public record Lots(long seed) {

  private static final long PLACES = 1L << 40;
  private static final long SEEDS = PLACES + 1;

  /**
   * A start, every place as likely as any other.
   *
   * @param i how many were drawn before
   * @param lo the least that may be drawn, finite
   * @param hi what is above all that may be drawn, finite and at least {@code lo}
   */
  public double start(int i, double lo, double hi) {
    return lo + (hi - lo) * (bits(PLACES, i) * 0x1.0p-53);
  }

  /**
   * The seed of the run from the i-th start.
   *
   * @return a whole number, 0 to 2⁵³ − 1
   */
  public long seed(int i) {
    return bits(SEEDS, i);
  }

  private long bits(long stream, int i) {
    long state = SplitMix.stream(seed, stream) + (i + 1) * SplitMix.GOLDEN_GAMMA;
    return SplitMix.mix(state) >>> 11;
  }
}
