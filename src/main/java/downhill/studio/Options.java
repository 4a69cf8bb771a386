package downhill.studio;

import downhill.studio.Statement.Option;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a statement by their names, each given at most once. */
final class Options {

  private final Map<String, Option> byName = new LinkedHashMap<>();

  Options(List<Option> options) {
    for (Option option : options) {
      if (byName.putIfAbsent(Vocabulary.written(option.name().text()), option) != null) {
        throw option.name().place().mistake(Problem.OPTION_TWICE);
      }
    }
  }

  /** The value of an option, if it is given. */
  Optional<Expression> value(String name) {
    return Optional.ofNullable(byName.get(name)).map(Option::value);
  }

  /** Where an option's name stands, if it is given. */
  Optional<Place> place(String name) {
    return Optional.ofNullable(byName.get(name)).map(option -> option.name().place());
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Those that are given, in their order, by their names in the language. */
  Map<String, Option> all() {
    return byName;
  }

  /** Those of these names that are not given. */
  List<String> missing(Collection<String> wanted) {
    return wanted.stream().filter(name -> !has(name)).toList();
  }
}
