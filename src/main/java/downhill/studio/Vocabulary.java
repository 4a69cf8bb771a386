package downhill.studio;

import downhill.formula.NearMiss;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the language. */
final class Vocabulary {

  static final String TRAIN = "train_network";
  static final String PLOT = "plot_training";
  static final String BOUNDARY = "plot_boundary";
  static final String SHOW = "show";
  static final String PREDICT = "predict";
  static final String PRINT = "print";
  static final String LOAD = "load";
  static final String MAKE = "make_network";
  static final String LAYER = "layer";
  static final String END = "end";

  /** The words with which a statement begins. */
  static final List<String> STATEMENTS = List.of(TRAIN, PLOT, BOUNDARY, SHOW, PREDICT, PRINT);

  /** What a layer can be. */
  static final List<String> ROLES = List.of("input", "hidden", "output");

  private static final List<String> MAKERS = List.of(LOAD, MAKE);

  private static final Set<String> RESERVED =
      Set.of(TRAIN, PLOT, BOUNDARY, SHOW, PREDICT, PRINT, LOAD, MAKE, LAYER, END);

  private Vocabulary() {}

  /** Whether no name can be so called. */
  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** The statement that was probably meant by a line's first word. */
  static @Nullable String statement(String written) {
    return nearest(written, STATEMENTS);
  }

  /**
   * What was probably meant by the word after an equals sign that a text or a line's end follows.
   */
  static @Nullable String maker(String written) {
    return nearest(written, MAKERS);
  }

  /** The word that was probably meant: a slip, or the first part of it. */
  static @Nullable String nearest(String written, Collection<String> known) {
    Optional<String> begun =
        known.stream().filter(each -> each.startsWith(lower(written) + "_")).findFirst();
    return begun.or(() -> NearMiss.of(written, known)).orElse(null);
  }

  /** Whether one word may be a slip for the other. */
  static boolean near(String written, String meant) {
    return NearMiss.of(written, List.of(meant)).isPresent();
  }

  /** Between a camel's humps an underscore, as names are written in programs. */
  static String written(String contractName) {
    return lower(contractName.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
