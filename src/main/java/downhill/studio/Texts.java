package downhill.studio;

import downhill.formula.NearMiss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text that names something which the language knows. */
final class Texts {

  private final Names names;

  Texts(Names names) {
    this.names = names;
  }

  /**
   * The text that an expression comes to.
   *
   * @param expression what is written
   * @param known the texts that there are, of which one may stand there without its quotes
   */
  String read(Expression expression, List<String> known) {
    if (expression instanceof Expression.Named lone && !names.knows(lone.name().text())) {
      @Nullable String meant = near(lone.name().text(), known);
      if (meant != null) {
        throw lone.place().meant(meant, Problem.MISSING_QUOTES);
      }
    }
    if (expression.value(names) instanceof Value.Text text) {
      return text.text();
    }
    throw expression.place().mistake(Problem.NOT_A_TEXT);
  }

  /** The known text that was probably meant, in its quotes. */
  static @Nullable String near(String written, List<String> known) {
    return NearMiss.of(written.strip(), known).map(meant -> "\"" + meant + "\"").orElse(null);
  }
}
