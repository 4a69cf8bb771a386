package downhill.run;

import downhill.descent.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Plays specs. */
@Component
public final class Runs {

  private final EndingWords words;
  private final Work work;
  private final Workshop workshop;
  private final Limits limits;
  private final Sentences sentences;
  private final SharedSteps shared = new SharedSteps();

  Runs(EndingWords words, Work work, Workshop workshop, Limits limits, Sentences sentences) {
    this.words = words;
    this.work = work;
    this.workshop = workshop;
    this.limits = limits;
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
    Run run = new Run(spec, words, spec.ground().trained() == null ? shared.join(spec) : null);
    if (from > 0) {
      work.during(() -> skip(run, from, () -> false));
    }
    return run;
  }

  /**
   * Goes on to one of a run's steps; the steps before it are computed and not kept.
   *
   * @param run where it stands
   * @param from the step at which it is to stand
   * @param enough asked before each step: whether to leave the rest of the way for later
   * @return whether it stands there
   * @throws Refused where the run has no such step
   */
  public boolean skip(Run run, int from, BooleanSupplier enough) {
    while (run.k() < from) {
      if (enough.getAsBoolean()) {
        return false;
      }
      if (!run.hasNext()) {
        throw sentences.invalid("from", "error.from", from, run.k());
      }
      run.goTowards(from);
    }
    return true;
  }

  /**
   * Plays a run to its end.
   *
   * @param spec what decides it
   * @return all its steps, and how it ended
   * @throws Refused where the server is too busy, or a training is too long to be answered whole
   */
  public Completed complete(Spec spec) {
    return spec.ground().trained() == null
        ? work.during(() -> walk(spec))
        : work.besides(() -> train(spec));
  }

  private Completed walk(Spec spec) {
    Run run = new Run(spec, words);
    List<Step> steps = new ArrayList<>();
    steps.add(run.current());
    run.forEachRemaining(steps::add);
    return new Completed(spec, steps, run.ending().orElseThrow());
  }

  private Completed train(Spec spec) {
    List<Step> steps = new ArrayList<>();
    Run run = train(spec, spec.steps(), steps::add);
    return new Completed(spec, steps, workshop.now(enough -> run.ending().orElseThrow()));
  }

  /** In the workshop, where it takes turns with others. */
  private Run train(Spec spec, int rounds, Consumer<Step> seen) {
    refuseTooLong(spec, rounds);
    Run run = workshop.now(enough -> new Run(spec, words));
    seen.accept(run.current());
    while (workshop.now(enough -> goesOn(run, rounds, seen, enough))) {
      // The next slice goes on where this one ended.
    }
    return run;
  }

  private static boolean goesOn(Run run, int rounds, Consumer<Step> seen, BooleanSupplier enough) {
    while (run.current().k() < rounds && run.hasNext()) {
      if (enough.getAsBoolean()) {
        return true;
      }
      seen.accept(run.next());
    }
    return false;
  }

  /**
   * The weights of a training after a round, or after its last where it ended before.
   *
   * @throws Refused where the server is too busy, or that is too long a way
   */
  double[] weights(Spec spec, int round) {
    return work.besides(() -> train(spec, round, step -> {}).current().w());
  }

  private void refuseTooLong(Spec spec, int rounds) {
    Trained trained = Objects.requireNonNull(spec.ground().trained());
    if (trained.work(rounds) > limits.trainingWork()) {
      throw sentences.invalid(
          "objective.program",
          "error.program.too-much",
          trained.experiment().trainingLoss().examples(),
          trained.experiment().network().parameters(),
          rounds,
          limits.trainingWork());
    }
  }
}
