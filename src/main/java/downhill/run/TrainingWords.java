package downhill.run;

import downhill.data.NetworkLoss;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Says in a few plain sentences how a training ended, and how well the network answers. */
@Component
final class TrainingWords {

  private final Sentences sentences;

  TrainingWords(Sentences sentences) {
    this.sentences = sentences;
  }

  String say(Spec spec, Verdict verdict, Step first, Step last) {
    if (verdict == Verdict.DIVERGED) {
      return diverged(spec, last);
    }
    String what =
        last.loss() > first.loss()
            ? sentences.say(
                "verdict.training.worse",
                last.k(),
                Sentences.about(last.loss()),
                Sentences.about(first.loss()))
            : sentences.say("verdict.training." + verdict.key(), last.k());
    return what + " " + score(Objects.requireNonNull(spec.ground().trained()), last.w());
  }

  private String diverged(Spec spec, Step last) {
    String what =
        sentences.say("verdict.training.diverged", last.k() + 1, Sentences.number(spec.lastRate()));
    OptionalDouble safe = SafeRate.of(spec);
    return safe.isEmpty()
        ? what
        : what + " " + sentences.say("verdict.training.safe", Sentences.number(safe.getAsDouble()));
  }

  private String score(Trained trained, double[] w) {
    String seen = score(trained, trained.experiment().trainingLoss(), w, "verdict.training");
    return trained
        .experiment()
        .heldOutLoss()
        .map(loss -> seen + " " + score(trained, loss, w, "verdict.training.held-out"))
        .orElse(seen);
  }

  private String score(Trained trained, NetworkLoss loss, double[] w, String key) {
    if (trained.table().sorts()) {
      int right = loss.right(w);
      return sentences.say(
          key + ".right", right, loss.examples(), percent((double) right / loss.examples()));
    }
    double miss = Math.sqrt(loss.value(w)) * trained.experiment().targetScaling().deviation();
    return sentences.say(key + ".miss", Sentences.about(miss), trained.table().target());
  }

  /** Rounded down, so that 100 % is all of them. */
  private static String percent(double share) {
    return Sentences.number(
        new BigDecimal(100 * share).round(new MathContext(3, RoundingMode.DOWN)).doubleValue());
  }
}
