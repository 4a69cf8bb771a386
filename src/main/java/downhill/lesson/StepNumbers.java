package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Spec;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first update in numbers, by the same measure as the script's {@code update.js}.
 *
 * @param form how it can be written in a line: {@code plain}, by the slope; {@code momentum}, by
 *     the velocity; or {@code other}, not in one line
 * @param noisy whether noise is added to the slope
 * @param w where the ball is
 * @param alpha the rate of the update
 * @param gradient the slope
 * @param noise what the slope that it felt had more than that, without its sign
 * @param noiseSign its sign
 * @param share the share of the velocity that is kept
 * @param before the velocity before
 * @param velocity the velocity after
 * @param next where the ball lands
 */
record StepNumbers(
    String form,
    boolean noisy,
    String w,
    String alpha,
    String gradient,
    String noise,
    String noiseSign,
    String share,
    String before,
    String velocity,
    String next) {

  private static final String UNKNOWN = "…";

  static StepNumbers of(Spec spec, List<Step> steps) {
    Step first = steps.get(0);
    @Nullable Step next = steps.size() > 1 ? steps.get(1) : null;
    String form = form(spec);
    double share = spec.settings().getOrDefault("momentum", 0.0);
    double noise = next == null ? 0 : felt(form, share, first, next) - first.gradient()[0];
    return new StepNumbers(
        form,
        spec.noise().deviation() > 0,
        Figures.tight(first.w()[0]),
        Figures.rate(first.learningRate()),
        bracketed(first.gradient()[0]),
        known(next, after -> Figures.tight(Math.abs(noise))),
        noise < 0 ? "−" : "+",
        Figures.rate(share),
        bracketed(velocity(first)),
        known(next, after -> Figures.tight(velocity(after))),
        known(next, after -> Figures.tight(after.w()[0])));
  }

  /** The velocity where it stands behind a sign. */
  public String velocityBehindSign() {
    return velocity.startsWith("−") ? "(" + velocity + ")" : velocity;
  }

  /** Momentum of which nothing is kept is plain. */
  private static String form(Spec spec) {
    String name = spec.optimizer().key();
    boolean keepsNothing = Double.valueOf(0).equals(spec.settings().get("momentum"));
    return name.equals("sgd") || keepsNothing ? "plain" : name.equals("momentum") ? name : "other";
  }

  /** The slope that the rule felt, by where it went. */
  private static double felt(String form, double share, Step first, Step next) {
    return form.equals("momentum")
        ? velocity(next) - share * velocity(first)
        : (first.w()[0] - next.w()[0]) / next.learningRate();
  }

  private static double velocity(Step step) {
    int place = step.state().names().indexOf("velocity");
    return place < 0 ? 0 : step.state().values(place)[0];
  }

  private static String known(@Nullable Step next, Function<Step, String> text) {
    return next == null ? UNKNOWN : text.apply(next);
  }

  private static String bracketed(double x) {
    return x < 0 ? "(" + Figures.tight(x) + ")" : Figures.tight(x);
  }
}
