package downhill.run;

import tools.jackson.core.io.schubfach.MathUtils;

/**
 * Writes doubles in the fewest digits that read back as the same double, straight to bytes; of as
 * few digits it takes those that are nearest. The form is {@link Double#toString}'s: {@code 0.001}
 * to {@code 9999999.9} plainly, others as {@code 1.0E-4}.
 *
 * <p>Raffaello Giulietti, The Schubfach way to render doubles, 2021; the names are the paper's. The
 * table of powers of ten is Jackson's.
 */
final class Digits {

  /** No double takes more bytes than this. */
  static final int MOST = 26;

  private static final int BITS = 52;
  private static final int LEAST_EXPONENT = -1074;
  private static final long HIDDEN = 1L << BITS;

  /** As many digits as any double needs. */
  private static final int LENGTH = 17;

  /** Doubles with fewer bits than this read back from one digit, of which ten more are made. */
  private static final long TINY = 3;

  private static final byte[] PAIRS = pairs();

  private Digits() {}

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  /**
   * Writes a number.
   *
   * @param x the number; finite
   * @param into where to, with room for {@link #MOST} bytes
   * @param at from which byte on
   * @return the byte after it
   */
  static int write(double x, byte[] into, int at) {
    long bits = Double.doubleToRawLongBits(x);
    int next = at;
    if (bits < 0) {
      into[next++] = '-';
    }
    long fraction = bits & HIDDEN - 1;
    int exponent = (int) (bits >>> BITS) & 0x7ff;
    if (exponent == 0) {
      return fraction == 0
          ? zero(into, next)
          : fraction < TINY
              ? shortest(LEAST_EXPONENT, 10 * fraction, -1, into, next)
              : shortest(LEAST_EXPONENT, fraction, 0, into, next);
    }
    long c = HIDDEN | fraction;
    int q = exponent - 1 + LEAST_EXPONENT;
    if (q < 0 && q > -BITS - 1 && c >> -q << -q == c) {
      return lay(c >> -q, 0, into, next);
    }
    return shortest(q, c, 0, into, next);
  }

  private static int zero(byte[] into, int at) {
    into[at] = '0';
    into[at + 1] = '.';
    into[at + 2] = '0';
    return at + 3;
  }

  /**
   * Writes c · 2^q · 10^shift.
   *
   * <p>The numbers that round to it lie between vl and vr, four times as large; s and t are whole
   * numbers of 10^k on either side of it, and if one of them with a digit less lies between, it is
   * shortest.
   */
  private static int shortest(int q, long c, int shift, byte[] into, int at) {
    boolean even = c != HIDDEN || q == LEAST_EXPONENT;
    int k = even ? MathUtils.flog10pow2(q) : MathUtils.flog10threeQuartersPow2(q);
    int h = q + MathUtils.flog2pow10(-k) + 2;
    long g1 = MathUtils.g1(k);
    long g0 = MathUtils.g0(k);
    long v = scaled(g1, g0, c << 2 << h);
    long vl = scaled(g1, g0, (c << 2) - (even ? 2 : 1) << h) + (c & 1);
    long vr = scaled(g1, g0, (c << 2) + 2 << h) - (c & 1);
    long s = v >> 2;
    if (s >= 100) {
      long below = s / 10 * 10;
      long above = below + 10;
      boolean belowFits = vl <= below << 2;
      boolean aboveFits = above << 2 <= vr;
      if (belowFits != aboveFits) {
        return lay(belowFits ? below : above, k, into, at);
      }
    }
    long t = s + 1;
    boolean lower = vl <= s << 2;
    if (lower == t << 2 <= vr) {
      long side = v - (s + t << 1);
      lower = side < 0 || side == 0 && (s & 1) == 0;
    }
    return lay(lower ? s : t, k + shift, into, at);
  }

  /** g · cp / 2^127, rounded to odd. */
  private static long scaled(long g1, long g0, long cp) {
    long low = (g1 * cp >>> 1) + Math.multiplyHigh(g0, cp);
    long high = Math.multiplyHigh(g1, cp) + (low >>> 63);
    return high | (low & Long.MAX_VALUE) + Long.MAX_VALUE >>> 63;
  }

  /** Writes f · 10^e, f without its zeroes at the end. */
  private static int lay(long f, int e, byte[] into, int at) {
    int length = MathUtils.flog10pow2(Long.SIZE - Long.numberOfLeadingZeros(f));
    if (f >= MathUtils.pow10(length)) {
      length++;
    }
    long digits = f * MathUtils.pow10(LENGTH - length);
    int point = e + length;
    if (point > 0 && point <= 7) {
      return plain(digits, point, into, at);
    }
    if (point > -3 && point <= 0) {
      return small(digits, point, into, at);
    }
    int next = plain(digits, 1, into, at);
    into[next++] = 'E';
    return exponent(point - 1, into, next);
  }

  /** So many digits before the point, the rest, at least one, behind it. */
  private static int plain(long digits, int before, byte[] into, int at) {
    all(digits, into, at + 1);
    System.arraycopy(into, at + 1, into, at, before);
    into[at + before] = '.';
    return withoutZeroes(into, at + before + 2, at + 1 + LENGTH);
  }

  private static int small(long digits, int point, byte[] into, int at) {
    int next = zero(into, at) - 1;
    for (int i = point; i < 0; i++) {
      into[next++] = '0';
    }
    all(digits, into, next);
    return withoutZeroes(into, next + 1, next + LENGTH);
  }

  private static int withoutZeroes(byte[] into, int least, int end) {
    int next = end;
    while (next > least && into[next - 1] == '0') {
      next--;
    }
    return next;
  }

  private static void all(long digits, byte[] into, int at) {
    int high = (int) (digits / 100_000_000);
    int low = (int) (digits - high * 100_000_000L);
    into[at] = (byte) ('0' + high / 100_000_000);
    eight(high % 100_000_000, into, at + 1);
    eight(low, into, at + 9);
  }

  private static void eight(int digits, byte[] into, int at) {
    int high = digits / 10_000;
    int low = digits - 10_000 * high;
    pair(high / 100, into, at);
    pair(high % 100, into, at + 2);
    pair(low / 100, into, at + 4);
    pair(low % 100, into, at + 6);
  }

  private static void pair(int digits, byte[] into, int at) {
    into[at] = PAIRS[2 * digits];
    into[at + 1] = PAIRS[2 * digits + 1];
  }

  private static int exponent(int e, byte[] into, int at) {
    int next = at;
    if (e < 0) {
      into[next++] = '-';
    }
    return whole(Math.abs(e), into, next);
  }

  /**
   * Writes a whole number.
   *
   * @param n the number; 0 or above
   * @param into where to, with room for ten bytes
   * @param at from which byte on
   * @return the byte after it
   */
  static int whole(int n, byte[] into, int at) {
    int length = 1;
    for (int rest = n; rest >= 10; rest /= 10) {
      length++;
    }
    int rest = n;
    for (int i = at + length - 1; i >= at; i--) {
      into[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + length;
  }
}
