package downhill.studio;

import downhill.studio.Statement.LayerLine;
import downhill.studio.Statement.Make;
import downhill.studio.Statement.Unread;
import downhill.studio.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a program line by line. A line that cannot be read is noted, and reading goes on at the
 * next:
 *
 * <pre>
 * program = { [ statement ] newline }
 * network = name "=" "make_network" newline { [ layer ] newline } "end" newline
 * </pre>
 *
 * <p>A {@code statement} and a {@code layer} are those of {@link LineParser}.
 */
final class Parser {

  private final Mistakes mistakes;
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable Network open;

  /** Whether the line before could not be read, so that the layers after it may belong to it. */
  private boolean lost;

  private Parser(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** A network whose end has not come yet. */
  private static final class Network {

    final @Nullable Word name;
    final Place opening;
    final List<LayerLine> layers = new ArrayList<>();
    boolean whole;

    Network(@Nullable Word name, Place opening, boolean whole) {
      this.name = name;
      this.opening = opening;
      this.whole = whole;
    }
  }

  /**
   * Reads lines.
   *
   * @param lines the program
   * @param mistakes where those that cannot be read are noted
   * @return the statements of the others
   */
  static List<Statement> read(List<String> lines, Mistakes mistakes) {
    Parser parser = new Parser(mistakes);
    Place end = new Place(1, "", 0, 0);
    for (int i = 0; i < lines.size() && !mistakes.isFull(); i++) {
      String text = lines.get(i);
      try {
        Line line = new Line(i + 1, text);
        if (!line.at(Kind.END)) {
          int length = text.stripTrailing().length();
          end = new Place(i + 1, text, length, length);
          parser.read(line);
        }
      } catch (Mistaken e) {
        parser.unread(e, null);
      }
    }
    parser.finish(end);
    return parser.statements;
  }

  private void read(Line line) {
    Token first = line.token();
    if (open != null) {
      inNetwork(open, line);
    } else if (lost && (first.is(Vocabulary.LAYER) || first.is(Vocabulary.END))) {
      open = new Network(null, first.place(), false);
      inNetwork(open, line);
    } else if (first.is(Vocabulary.LAYER)) {
      throw first.place().mistake(Problem.LAYER_OUTSIDE);
    } else if (first.is(Vocabulary.END)) {
      throw first.place().mistake(Problem.END_OUTSIDE);
    } else {
      statement(line);
    }
  }

  private void statement(Line line) {
    Token first = line.token();
    @Nullable Word name = sets(first) ? Word.of(first) : null;
    try {
      @Nullable Statement statement = new LineParser(line).statement();
      if (statement == null) {
        open = new Network(name, first.place(), true);
      } else {
        statements.add(statement);
      }
      lost = false;
    } catch (Mistaken e) {
      unread(e, name);
    }
  }

  private void unread(Mistaken e, @Nullable Word name) {
    mistakes.add(e);
    if (open == null) {
      statements.add(new Unread(name));
      lost = true;
    } else {
      open.whole = false;
    }
  }

  private void inNetwork(Network network, Line line) {
    Token first = line.token();
    if (first.is(Vocabulary.LAYER)) {
      network.layers.add(new LineParser(line).layer());
    } else if (first.is(Vocabulary.END)) {
      close(first.place());
      line.advance();
      line.end();
    } else if (beginsStatement(first)) {
      missingEnd(network, first.place());
      statement(line);
    } else {
      throw notALayer(first);
    }
  }

  private static boolean beginsStatement(Token first) {
    return sets(first) || first.is(Kind.NAME) && Vocabulary.statement(first.text()) != null;
  }

  private static boolean sets(Token first) {
    Place place = first.place();
    return first.is(Kind.NAME) && place.text().substring(place.to()).stripLeading().startsWith("=");
  }

  private Mistaken notALayer(Token first) {
    @Nullable String meant =
        first.is(Kind.NAME)
            ? Vocabulary.nearest(first.text(), List.of(Vocabulary.LAYER, Vocabulary.END))
            : null;
    Mistaken e = first.place().meant(meant, Problem.NOT_A_LAYER);
    if (Vocabulary.END.equals(meant)) {
      close(first.place(), false);
    }
    return e;
  }

  private void missingEnd(Network network, Place found) {
    if (network.name != null) {
      mistakes.add(found.mistake(Problem.MISSING_END, network.opening.line()));
    }
    network.whole = false;
    close(found);
  }

  private void close(Place end) {
    close(end, true);
  }

  private void close(Place end, boolean well) {
    Network network = open;
    if (network != null) {
      statements.add(new Make(network.name, network.layers, end, network.whole && well));
      open = null;
      lost = false;
    }
  }

  private void finish(Place end) {
    if (open != null) {
      missingEnd(open, end);
    }
  }
}
