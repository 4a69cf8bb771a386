package downhill.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NearMiss {

  private NearMiss() {}

  /** The known name nearest to what was written, if it is at most two letters away. */
  static Optional<String> of(String written, List<String> known) {
    return known.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= 2)
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= Math.min(2, name.length() / 2));
  }

  /** Levenshtein's distance: letters put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
