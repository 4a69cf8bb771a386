package downhill.studio;

import static downhill.studio.Vocabulary.BOUNDARY;
import static downhill.studio.Vocabulary.LOAD;
import static downhill.studio.Vocabulary.MAKE;
import static downhill.studio.Vocabulary.PLOT;
import static downhill.studio.Vocabulary.PREDICT;
import static downhill.studio.Vocabulary.PRINT;
import static downhill.studio.Vocabulary.SHOW;
import static downhill.studio.Vocabulary.TRAIN;

import downhill.data.Activation;
import downhill.studio.Statement.LayerLine;
import downhill.studio.Statement.Option;
import downhill.studio.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line by recursive descent, one method for each rule of its grammar:
 *
 * <pre>
 * statement = name "=" ( "load" sum | "make_network" | sum )
 *           | "train_network" name { "," option }
 *           | "predict" name { "," option }
 *           | "plot_training" name
 *           | "plot_boundary" name
 *           | "show" name
 *           | "print" sum { "," sum }
 * option    = name ":" sum
 * layer     = "layer" "input" "from" name
 *           | "layer" ( "hidden" | "output" ) "size" sum "kind" name
 * </pre>
 *
 * <p>A {@code sum} is an expression of {@link ExpressionParser}.
 */
final class LineParser {

  private final Line line;

  LineParser(Line line) {
    this.line = line;
  }

  /**
   * The statement of the line; null where it opens a network, whose lines follow.
   *
   * @throws Mistaken where it is none
   */
  @Nullable Statement statement() {
    Token first = line.advance();
    if (!first.is(Kind.NAME)) {
      throw first.place().mistake(Problem.UNKNOWN_STATEMENT);
    }
    if (line.at(Kind.EQUALS)) {
      return set(Word.of(first));
    }
    Statement statement = act(first);
    line.end();
    return statement;
  }

  private @Nullable Statement set(Word name) {
    if (Vocabulary.isReserved(name.text())) {
      throw name.place().mistake(Problem.RESERVED_NAME);
    }
    line.advance();
    if (line.token().is(MAKE)) {
      line.advance();
      line.end();
      return null;
    }
    if (line.token().is(LOAD)) {
      line.advance();
      Expression data = ExpressionParser.read(line);
      line.end();
      return new Statement.Load(name, data);
    }
    Expression value = ExpressionParser.read(line);
    refuseMisspeltMaker(value);
    line.end();
    return new Statement.Let(name, value);
  }

  /** After an equals sign, a lone word before a text or a line's end may be a misspelt maker. */
  private void refuseMisspeltMaker(Expression value) {
    if (!(value instanceof Expression.Named lone)) {
      return;
    }
    @Nullable String meant = Vocabulary.maker(lone.name().text());
    if (line.at(Kind.TEXT) || line.at(Kind.END) && MAKE.equals(meant)) {
      throw lone.place().meant(meant, Problem.UNKNOWN_STATEMENT);
    }
  }

  private Statement act(Token word) {
    switch (word.text()) {
      case TRAIN:
        return new Statement.Train(word.place(), network(word), options());
      case PREDICT:
        return new Statement.Predict(word.place(), network(word), options());
      case PLOT:
        return new Statement.Plot(line.name());
      case BOUNDARY:
        return new Statement.Boundary(line.name());
      case SHOW:
        return new Statement.Show(line.name());
      case PRINT:
        return print(word);
      case LOAD:
        throw word.place().mistake(Problem.UNNAMED, "data = load \"fruits\"");
      case MAKE:
        throw word.place().mistake(Problem.UNNAMED, "net = make_network");
      default:
        throw unknown(word);
    }
  }

  private Mistaken unknown(Token word) {
    @Nullable String meant = Vocabulary.statement(word.text());
    Token next = line.token();
    return meant == null && (next.is(LOAD) || next.is(MAKE) || next.is(Kind.NUMBER))
        ? next.place().mistake(Problem.MISSING_EQUALS, word.text())
        : word.place().meant(meant, Problem.UNKNOWN_STATEMENT);
  }

  private Word network(Token statement) {
    Word net = line.name();
    if (line.at(Kind.COLON)) {
      throw net.place().mistake(Problem.MISSING_NETWORK, statement.text());
    }
    return net;
  }

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    while (!line.at(Kind.END)) {
      if (!line.at(Kind.COMMA)) {
        throw notAnOption();
      }
      line.advance();
      options.add(option());
    }
    return options;
  }

  private Mistaken notAnOption() {
    Token found = line.token();
    if (found.is(Kind.CLOSING)) {
      return found.place().mistake(Problem.MISSING_OPENING_PARENTHESIS);
    }
    return found.place().mistake(found.is(Kind.NAME) ? Problem.MISSING_COMMA : Problem.TOO_MUCH);
  }

  private Option option() {
    Word name = line.name();
    if (!line.at(Kind.COLON)) {
      @Nullable String meant = line.at(Kind.EQUALS) ? ":" : null;
      throw line.token().place().meant(meant, Problem.MISSING_COLON, name.text());
    }
    line.advance();
    return new Option(name, ExpressionParser.read(line));
  }

  private Statement print(Token word) {
    List<Expression> parts = new ArrayList<>();
    parts.add(ExpressionParser.read(line));
    while (line.at(Kind.COMMA)) {
      line.advance();
      parts.add(ExpressionParser.read(line));
    }
    return new Statement.Print(word.place(), parts);
  }

  /**
   * The layer of the line.
   *
   * @throws Mistaken where it is none
   */
  LayerLine layer() {
    line.word(Vocabulary.LAYER);
    Token role = line.token();
    if (!role.is(Kind.NAME) || !Vocabulary.ROLES.contains(role.text())) {
      throw role.place()
          .meant(Vocabulary.nearest(role.text(), Vocabulary.ROLES), Problem.UNKNOWN_ROLE);
    }
    line.advance();
    LayerLine layer = role.is("input") ? input(role) : units(role);
    line.end();
    return layer;
  }

  private LayerLine input(Token role) {
    line.word("from");
    return new LayerLine.Input(role.place(), line.name());
  }

  private LayerLine units(Token role) {
    line.word("size");
    Expression size = ExpressionParser.read(line);
    line.word("kind");
    Token kind = line.token();
    if (line.at(Kind.END)) {
      throw kind.place().mistake(Problem.MISSING_NAME);
    }
    @Nullable Activation known =
        kind.is(Kind.NAME) ? Activation.named(kind.text()).orElse(null) : null;
    if (known == null) {
      throw kind.place()
          .meant(
              Vocabulary.nearest(kind.text(), Activation.keys()),
              Problem.UNKNOWN_KIND,
              String.join(", ", Activation.keys()));
    }
    line.advance();
    return new LayerLine.Units(role.place(), role.is("output"), size, kind.place(), known);
  }
}
