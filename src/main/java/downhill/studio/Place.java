package downhill.studio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a program's line.
 *
 * @param line the line, from 1
 * @param text the whole line
 * @param from where it begins, from 0
 * @param to where it ends
 */
record Place(int line, String text, int from, int to) {

  private static final int LONGEST_QUOTE = 40;

  /** From here to the end of another stretch of the same line. */
  Place to(Place last) {
    return new Place(line, text, from, last.to);
  }

  /** What stands there, clipped so that a sentence can quote it. */
  String found() {
    if (to - from <= LONGEST_QUOTE) {
      return text.substring(from, to);
    }
    int cut = from + LONGEST_QUOTE - 1;
    return text.substring(from, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut)
        + "…";
  }

  /** A mistake here. */
  Mistaken mistake(Problem problem, Object... values) {
    return meant(null, problem, values);
  }

  /** A mistake here, for which it can perhaps be told what to write instead. */
  Mistaken meant(@Nullable String suggestion, Problem problem, Object... values) {
    List<String> all = new ArrayList<>();
    all.add(found());
    for (Object value : values) {
      all.add(value.toString());
    }
    return new Mistaken(new Mistake(line, from + 1, to - from, problem, all, suggestion));
  }
}
