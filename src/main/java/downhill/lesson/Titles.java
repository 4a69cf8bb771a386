package downhill.lesson;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Tells runs of the same name apart. */
final class Titles {

  private Titles() {}

  /** The names, each with its place among those of the same name where there are several. */
  static List<String> of(List<String> names, Phrases phrases) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> {
              String name = names.get(i);
              int place = Collections.frequency(names.subList(0, i + 1), name);
              return Collections.frequency(names, name) == 1
                  ? name
                  : phrases.say("run.nth", name, place);
            })
        .toList();
  }
}
