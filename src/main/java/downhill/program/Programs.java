package downhill.program;

import downhill.formula.Formula;
import downhill.run.Sentences;
import downhill.run.Spec;
import org.springframework.stereotype.Component;

/** Writes runs as programs. */
@Component
public final class Programs {

  private final Sentences sentences;

  Programs(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * Writes a run as a program that prints, a line for each step, its number, the parameters and the
   * loss, each number so that it reads back as the same double. They are the run's up to rounding,
   * and its last step is the run's.
   *
   * @param spec what decides the run
   * @param language the program's language
   * @return the program's text; ASCII
   * @throws downhill.run.Refused where the derivative, which this language needs written out, is
   *     too long for that
   */
  public String write(Spec spec, Language language) {
    try {
      Draft draft = new Draft(language);
      Chance chance = new Chance(spec, draft);
      chance.rows();
      new Terrain(spec, draft).write();
      chance.write();
      new Rule(spec, draft).write();
      return draft.text();
    } catch (TooLong e) {
      throw sentences.invalid(
          "formula", "error.program.derivative", Formula.LONGEST_DERIVATIVE, language.key());
    }
  }
}
