package downhill.descent;

import java.util.Arrays;

/**
 * Which examples each update looks at. A pass deals all of them out, each once, so many at a time;
 * what is left over at its end is an update of its own, and the next pass begins in a new order.
 *
 * <p>The order is a pure function of the seed and the pass, so that a run can be taken up at any
 * step: the shuffle of Fisher and Yates in Durstenfeld's form (Algorithm 235: Random permutation,
 * 1964), its numbers from SplitMix64, made even by refusing the highest few.
 *
 * @param examples how many there are; at least 1
 * @param size how many an update looks at; 1 to {@code examples}
 * @param seed chooses the orders
 */
public record Batches(int examples, int size, long seed) {

  /** Each update looks at everything, be it a function or all the data. */
  public static final Batches ALL = new Batches(1, 1, 0);

  /** Refuses a size of less than 1 or more than there are. */
  public Batches {
    Range.closed(1, Integer.MAX_VALUE).check("examples", examples);
    Range.closed(1, examples).check("batch", size);
  }

  /** Whether each update looks at everything. */
  public boolean isWhole() {
    return size == examples;
  }

  /** How many updates a pass has, the one with what is left over included. */
  public int updatesInPass() {
    return (examples - 1) / size + 1;
  }

  /** The pass, counted from 0, to which update t (counted from 0) belongs. */
  public int pass(int t) {
    return t / updatesInPass();
  }

  /** The examples, counted from 0, in the order in which a pass, counted from 0, deals them. */
  public int[] order(int pass) {
    int[] order = new int[examples];
    deal(pass, order);
    return order;
  }

  /** The examples, counted from 0, that update t (counted from 0) looks at, in their order. */
  public int[] rows(int t) {
    return Arrays.copyOfRange(order(pass(t)), first(t), end(t));
  }

  /** Where in its pass update t begins. */
  int first(int t) {
    return t % updatesInPass() * size;
  }

  /** Where in its pass update t has ended. */
  int end(int t) {
    return Math.min(first(t) + size, examples);
  }

  /**
   * Writes the order of a pass.
   *
   * @param pass which, counted from 0
   * @param into where; of length {@code examples}
   */
  void deal(int pass, int[] into) {
    for (int i = 0; i < examples; i++) {
      into[i] = i;
    }
    long state = SplitMix.stream(seed, -1L - pass);
    for (int left = examples; left > 1; left--) {
      long drawn;
      do {
        state += SplitMix.GOLDEN_GAMMA;
        drawn = SplitMix.mix(state) >>> 1;
      } while (isOneOfTheHighestFew(drawn, left));
      int other = (int) (drawn % left);
      int moved = into[left - 1];
      into[left - 1] = into[other];
      into[other] = moved;
    }
  }

  /** 2^63 is no multiple of most bounds; without what is left over every rest is as likely. */
  private static boolean isOneOfTheHighestFew(long drawn, int bound) {
    return drawn - drawn % bound + (bound - 1) < 0;
  }
}
