package downhill.studio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program that reads without a mistake: its training, if it has one, and what it shows. */
public final class Program {

  private final String text;
  private final @Nullable Training training;
  private final List<Output> outputs;

  Program(String text, @Nullable Training training, List<Output> outputs) {
    this.text = text;
    this.training = training;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * What came of reading a text.
   *
   * @param program what it says; null exactly where there are mistakes
   * @param mistakes all that could be told apart, by their lines, at most one a line
   */
  public record Reading(@Nullable Program program, List<Mistake> mistakes) {

    /** Keeps a copy of the mistakes. */
    public Reading {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * Reads a program. Nothing is trained yet.
   *
   * @param text the program; its lines end with a line feed, a carriage return or both
   * @param bounds how much it may ask for
   * @return the program, or its mistakes; any text gives one of the two
   */
  public static Reading read(String text, Bounds bounds) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > bounds.characters()) {
      return refused(new Place(1, "", 0, 0).mistake(Problem.TOO_LONG, bounds.characters(), bytes));
    }
    Mistakes mistakes = new Mistakes();
    List<Statement> statements = Parser.read(text.lines().toList(), mistakes);
    if (statements.isEmpty()) {
      return refused(new Place(1, "", 0, 0).mistake(Problem.EMPTY));
    }
    Checker checker = new Checker(bounds, mistakes);
    checker.check(statements);
    return mistakes.all().isEmpty()
        ? new Reading(new Program(text, checker.training(), checker.outputs()), List.of())
        : new Reading(null, mistakes.all());
  }

  private static Reading refused(Mistaken e) {
    Mistakes mistakes = new Mistakes();
    mistakes.add(e);
    return new Reading(null, mistakes.all());
  }

  /** The program as it was written. */
  public String text() {
    return text;
  }

  /** The training that it asks for, if it asks for one. */
  public Optional<Training> training() {
    return Optional.ofNullable(training);
  }

  /** What it shows, in the order of its lines. */
  public List<Output> outputs() {
    return outputs;
  }
}
