package downhill.studio;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mistakes of a program: at most one a line, and no more of them than can be of use. */
final class Mistakes {

  /** The most that are told at once; the last says that there are more. */
  static final int MOST = 50;

  private final TreeMap<Integer, Mistake> byLine = new TreeMap<>();

  void add(Mistaken e) {
    @Nullable Mistake mistake = e.mistake();
    if (mistake == null || isFull()) {
      return;
    }
    byLine.putIfAbsent(mistake.line(), mistake);
    if (isFull()) {
      Mistake last = byLine.lastEntry().getValue();
      byLine.put(
          last.line(),
          new Mistake(
              last.line(),
              last.column(),
              last.length(),
              Problem.MORE_MISTAKES,
              last.values().subList(0, 1),
              null));
    }
  }

  /** Whether there is nothing more to be gained by reading on. */
  boolean isFull() {
    return byLine.size() == MOST;
  }

  /** From the first line to the last. */
  List<Mistake> all() {
    return List.copyOf(byLine.values());
  }
}
