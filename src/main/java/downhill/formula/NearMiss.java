package downhill.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, for an error that asks. */
public final class NearMiss {

  private static final int LONGEST_TYPO = 32;

  private NearMiss() {}

  /**
   * The known name nearest to what was written.
   *
   * @param written what was written
   * @param known the names that there are
   * @return the nearest, if it is near: one slip in a short name, two in a longer one
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String name = written.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > LONGEST_TYPO) {
      return Optional.empty();
    }
    int allowed = name.length() == 1 ? 0 : name.length() <= 3 ? 1 : 2;
    return known.stream()
        .filter(each -> distance(name, each) <= Math.min(allowed, each.length() - 1))
        .min(
            Comparator.comparingInt((String each) -> distance(name, each))
                .thenComparing(each -> each.charAt(0) != name.charAt(0))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Damerau and Levenshtein's: letters left out, put in, changed or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
