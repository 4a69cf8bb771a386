package downhill.run;

import downhill.descent.Step;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plays specs. */
@Component
public final class Runs {

  private final EndingWords words;
  private final Work work;
  private final Sentences sentences;

  Runs(EndingWords words, Work work, Sentences sentences) {
    this.words = words;
    this.work = work;
    this.sentences = sentences;
  }

  /**
   * Begins a run after one of its steps; the steps before it are computed and not kept.
   *
   * @param spec what decides it
   * @param from the step at which it then stands; 0 for the start
   * @return the run
   * @throws Refused where the run has no such step, or the server is too busy to go there
   */
  public Run begin(Spec spec, int from) {
    return from == 0 ? new Run(spec, words) : work.during(() -> skip(new Run(spec, words), from));
  }

  /**
   * Plays a run to its end.
   *
   * @param spec what decides it
   * @return all its steps, and how it ended
   * @throws Refused where the server is too busy
   */
  public Completed complete(Spec spec) {
    return work.during(
        () -> {
          Run run = new Run(spec, words);
          List<Step> steps = new ArrayList<>();
          steps.add(run.current());
          run.forEachRemaining(steps::add);
          return new Completed(spec, steps, run.ending().orElseThrow());
        });
  }

  private Run skip(Run run, int from) {
    while (run.current().k() < from) {
      if (!run.hasNext()) {
        throw sentences.invalid("from", "error.from", from, run.current().k());
      }
      run.next();
    }
    return run;
  }
}
