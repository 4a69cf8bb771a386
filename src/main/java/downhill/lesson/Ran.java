package downhill.lesson;

import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.SeveralRuns;
import downhill.run.ShortForm;
import downhill.run.Trained;
import downhill.studio.Examples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The numbers of any run, for the words of a lesson: {@code ${@ran.of('curve=valley&…').steps}}.
 * What the engine says when the page is made cannot be out of date.
 */
@Component
class Ran {

  private final Runs runs;
  private final ShortForm shortForm;
  private final Map<String, Taught> taught = new ConcurrentHashMap<>();

  Ran(Runs runs, ShortForm shortForm) {
    this.runs = runs;
    this.shortForm = shortForm;
  }

  /** The run of a short form, to its end. */
  public Outcome of(String query) {
    return of(query, 0);
  }

  /** One of the runs of a short form, counted from 0, to its end. */
  public Outcome of(String query, int which) {
    return new Outcome(runs.complete(shortForm.read(SeveralRuns.of(Sim.members(query), which))));
  }

  /**
   * The training of one of the Studio's examples, to its end. They are few and stay as they are, so
   * each is trained once.
   */
  public Taught program(String example) {
    return taught.computeIfAbsent(
        example,
        slug ->
            new Taught(
                runs.complete(
                    shortForm.read(
                        Map.of("program", Examples.named(slug).orElseThrow().program())))));
  }

  /** A training in words. Rounds are counted from 0, before anything was learned. */
  record Taught(Completed run) {

    private Trained trained() {
      return Objects.requireNonNull(run.spec().ground().trained());
    }

    private Step last() {
      return run.steps().get(run.steps().size() - 1);
    }

    /** How many weights and biases there are. */
    public int parameters() {
      return trained().experiment().network().parameters();
    }

    /** How many rows it learns from. */
    public int examples() {
      return trained().experiment().trainingRows().length;
    }

    /** How many rows are held out. */
    public int heldOut() {
      return trained().experiment().heldOutRows().length;
    }

    /** The loss after a round. */
    public String loss(int round) {
      return Figures.said(run.steps().get(round).loss());
    }

    /** The loss at the end. */
    public String lastLoss() {
      return Figures.said(last().loss());
    }

    /** How many of the rows that it learns from it gets right after a round. */
    public int right(int round) {
      return count(trained().scores(run.steps().get(round).w()).accuracy(), examples());
    }

    /** The same at the end. */
    public int lastRight() {
      return right(run.steps().size() - 1);
    }

    /** How many of the rows held out it gets right at the end. */
    public int lastHeldOut() {
      return count(trained().scores(last().w()).heldOutAccuracy(), heldOut());
    }

    private static int count(@Nullable Double share, int rows) {
      return (int) Math.round(Objects.requireNonNull(share) * rows);
    }
  }

  /** A run in words. Parameters are counted from 0, as are steps. */
  record Outcome(Completed run) {

    /** How many steps it took, to its end. */
    public int steps() {
      return run.steps().get(run.steps().size() - 1).k();
    }

    /** Where the only parameter was at the end. */
    public String end() {
      return w(steps());
    }

    /**
     * The first step that was within a distance of the lowest minimum.
     *
     * @throws java.util.NoSuchElementException where none was: the words need another run
     */
    public int reached(double distance) {
      double lowest =
          run.spec().ground().minima().get().stream()
              .filter(Minimum::lowest)
              .findFirst()
              .orElseThrow()
              .w()[0];
      return run.steps().stream()
          .filter(step -> Math.abs(step.w()[0] - lowest) <= distance)
          .findFirst()
          .orElseThrow()
          .k();
    }

    /** The average loss over the last quarter of the steps, as the sims with noise tell it. */
    public String level() {
      List<Step> last = run.steps().subList((int) (0.75 * steps()) + 1, steps() + 1);
      return Figures.said(last.stream().mapToDouble(Step::loss).average().orElseThrow());
    }

    /**
     * After how many steps only so small a share of the whole drop was left, and stayed so.
     *
     * @param share of the drop from the first loss to the last
     */
    public int fallen(double share) {
      double first = run.steps().get(0).loss();
      double last = run.steps().get(steps()).loss();
      double line = last + share * (first - last);
      int k = steps();
      while (k > 0 && run.steps().get(k - 1).loss() <= line) {
        k--;
      }
      return k;
    }

    /** Where a parameter was after so many steps. */
    public String w(int k, int parameter) {
      return Figures.said(run.steps().get(k).w()[parameter]);
    }

    /** Where the only parameter was after so many steps. */
    public String w(int k) {
      return w(k, 0);
    }

    /** The loss after so many steps. */
    public String loss(int k) {
      return Figures.said(run.steps().get(k).loss());
    }

    /** The slope after so many steps. */
    public String slope(int k) {
      return Figures.said(run.steps().get(k).gradient()[0]);
    }
  }
}
