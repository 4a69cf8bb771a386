package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Ending;
import downhill.run.Ground;
import downhill.run.Refused;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The sign in the update rule. With a plus the ball climbs: that is a run of the engine's own down
 * the same ground turned upside down, {@code -(formula)}, whose loss and slope are shown with their
 * signs turned back, which loses no bit. So it can be had from the API too, by its short form.
 */
@Component
class Sign {

  /** What an address says it by: {@code sign=plus}; anything else is the minus of the rule. */
  static final String MEMBER = "sign";

  private final ShortForm shortForm;
  private final Runs runs;
  private final Phrases phrases;

  Sign(ShortForm shortForm, Runs runs, Phrases phrases) {
    this.shortForm = shortForm;
    this.runs = runs;
    this.phrases = phrases;
  }

  /**
   * A run, and what the engine had to play for it.
   *
   * @param uphill whether the sign is a plus
   * @param shown the run on the ground as it is
   * @param played the engine's run: on the ground turned upside down where the sign is a plus
   * @param query the short form of what was played
   * @param notice why a plus was not used; empty where it was, or was not asked for
   */
  record Signed(boolean uphill, Completed shown, Completed played, String query, String notice) {

    /** The same where nobody is to see more of it than where it begins. */
    Signed begun() {
      return new Signed(uphill, begun(shown), begun(played), query, notice);
    }

    private static Completed begun(Completed run) {
      return new Completed(run.spec(), run.steps().subList(0, 1), run.ending());
    }
  }

  /** Whether an address asks for a plus. */
  static boolean isPlus(Sim sim, Map<String, String> asked) {
    return sim.fields().contains(MEMBER) && "plus".equals(asked.get(MEMBER));
  }

  /** Plays a run with a minus, as every run has it. */
  Signed minus(Spec spec, String notice) {
    Completed run = runs.complete(spec);
    return new Signed(false, run, run, shortForm.write(spec), notice);
  }

  /** Plays a run with a plus, or with a minus where its ground cannot be turned over. */
  Signed plus(Spec spec) {
    try {
      Spec turned = turned(spec);
      Completed played = runs.complete(turned);
      List<Step> steps = played.steps().stream().map(Sign::seen).toList();
      Completed shown = new Completed(spec, steps, ending(spec, steps, played.ending()));
      return new Signed(true, shown, played, shortForm.write(turned), "");
    } catch (Refused refused) {
      return minus(spec, phrases.page("sim.notice.sign", refused.sentence()));
    }
  }

  /** The same run on the ground turned upside down. */
  Spec turned(Spec spec) {
    Map<String, String> members = new LinkedHashMap<>(shortForm.members(spec));
    members.remove(spec.ground().source().kind());
    Interval domain = spec.ground().domain().get(0);
    members.put("formula", formula(spec.ground()));
    members.put("domain", domain.lo() + "," + domain.hi());
    return shortForm.read(members);
  }

  /** A ground turned upside down, in the language of formulas. */
  static String formula(Ground ground) {
    return "-(" + ground.formula() + ")";
  }

  /** A step on the ground as it is. What the optimizer remembers stays as it was played. */
  private static Step seen(Step step) {
    double[] slope = Arrays.stream(step.gradient()).map(g -> -g).toArray();
    return Step.at(step.k(), step.w(), -step.loss(), slope, step.learningRate(), step.state());
  }

  /** The engine's own words are of a way down; these are of the way up. */
  private Ending ending(Spec spec, List<Step> steps, Ending played) {
    String from = Figures.said(steps.get(0).loss());
    String to = Figures.said(steps.get(steps.size() - 1).loss());
    boolean flat = played.verdict() == Verdict.CONVERGED || played.verdict() == Verdict.STUCK;
    boolean away = !spec.ground().domain().get(0).contains(steps.get(steps.size() - 1).w()[0]);
    String key = flat ? "uphill.flat" : away ? "uphill.away" : "uphill.on";
    return new Ending(played.verdict(), played.k(), phrases.say(key, from, to));
  }
}
