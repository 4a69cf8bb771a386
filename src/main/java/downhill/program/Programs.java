package downhill.program;

import downhill.data.Experiment;
import downhill.formula.Formula;
import downhill.run.Sentences;
import downhill.run.Spec;
import downhill.run.Tongue;
import downhill.run.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    Trained trained = spec.ground().trained();
    return trained == null ? walk(spec, language) : train(trained.experiment(), spec, language);
  }

  private String train(Experiment experiment, Spec spec, Language language) {
    if (!language.hasNetworks()) {
      List<String> able =
          Arrays.stream(Language.values())
              .filter(Language::hasNetworks)
              .map(Language::key)
              .toList();
      throw sentences.invalid(
          "language", "error.program.network", language.key(), String.join(", ", able));
    }
    Draft draft = new Draft(language);
    Schooling schooling = new Schooling(experiment, spec, draft);
    schooling.write(source(experiment.table().name()));
    new Rule(spec, draft).write();
    schooling.rounds();
    return draft.text("program of a network");
  }

  /** In English, as all of a program is. */
  private String source(String table) {
    List<String> said = new ArrayList<>();
    Tongue.speak(
        Locale.ENGLISH,
        () -> {
          for (String about : List.of("source", "licence")) {
            said.add(sentences.say("table." + table + "." + about));
          }
        });
    return "The rows: %s. Licence: %s.".formatted(said.toArray());
  }

  private String walk(Spec spec, Language language) {
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
