package downhill.studio;

import downhill.data.Table;
import downhill.formula.NearMiss;
import downhill.studio.Value.Lost;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of a program stand for, line after line. */
final class Names {

  /** With more names than a person keeps in mind, a slip is not looked for: it would take long. */
  private static final int MOST_COMPARED = 50;

  private record Entry(int line, Value value) {}

  private final Map<String, Entry> set = new HashMap<>();
  private final Map<String, Integer> toBeSet = new HashMap<>();

  /** Notes that a line further down will set a name. */
  void expect(Statement statement) {
    @Nullable Word name = statement.sets();
    if (name != null) {
      toBeSet.putIfAbsent(name.text(), name.line());
    }
  }

  /** Sets a name; set again, it stays with the same sort of thing. */
  void set(Word name, Value value) {
    @Nullable Entry before = set.get(name.text());
    if (before != null
        && !(before.value() instanceof Lost)
        && !(value instanceof Lost)
        && before.value().getClass() != value.getClass()) {
      throw name.place().mistake(Problem.ALREADY_ANOTHER, before.line());
    }
    set.put(name.text(), new Entry(name.line(), value));
  }

  Value get(Word name) {
    @Nullable Entry entry = set.get(name.text());
    if (entry == null) {
      throw unknown(name);
    }
    if (entry.value() instanceof Lost) {
      throw Mistaken.elsewhere();
    }
    return entry.value();
  }

  Table table(Word name) {
    if (get(name) instanceof Value.Data data) {
      return data.table();
    }
    throw name.place().mistake(Problem.NOT_A_TABLE);
  }

  Value.Net network(Word name) {
    if (get(name) instanceof Value.Net net) {
      return net;
    }
    throw name.place().mistake(Problem.NOT_A_NETWORK);
  }

  boolean knows(String name) {
    return set.containsKey(name);
  }

  private Mistaken unknown(Word name) {
    @Nullable Integer line = toBeSet.get(name.text());
    return line == null
        ? name.place().meant(nearest(name.text()), Problem.UNKNOWN_NAME)
        : name.place().mistake(Problem.NOT_YET_SET, line);
  }

  private @Nullable String nearest(String name) {
    return set.size() > MOST_COMPARED ? null : NearMiss.of(name, set.keySet()).orElse(null);
  }
}
