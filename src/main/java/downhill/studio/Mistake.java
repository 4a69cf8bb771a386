package downhill.studio;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in a program that cannot be followed: where, what, and where it can be told what was
 * meant.
 *
 * @param line the line, from 1
 * @param column where in the line it begins, in {@code char}s from 1
 * @param length how many {@code char}s it takes; 0 where something is missing
 * @param problem what is wrong
 * @param values what the sentence names: first what was found, empty at the end of a line; then
 *     what else the problem says. Numbers are as the language writes them
 * @param suggestion what to write in place of what was found, where that can be told
 */
public record Mistake(
    int line,
    int column,
    int length,
    Problem problem,
    List<String> values,
    @Nullable String suggestion) {

  /** Keeps a copy of the values. */
  public Mistake {
    values = List.copyOf(values);
  }

  /** The problem's name as the sentences' keys write it. */
  public String key() {
    return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
