package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.run.Spec;
import downhill.run.Tongue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names what moves a ball, so that a link to another rule, a schedule or noise says so. */
@Component
class Rules {

  /** What is left of an address where nothing but the slope moves the ball. */
  private static final Set<String> PLAIN =
      Set.of(
          "curve", "surface", "formula", "domain", "start", "learningRate", "steps", "tolerance");

  private final Phrases phrases;

  Rules(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Names it.
   *
   * @param spec the run, or one of several
   * @param query its short form
   * @return what there is to say; null of plain descent at a steady rate and without noise
   */
  @Nullable RuleView of(Spec spec, String query) {
    List<String> sentences = new ArrayList<>();
    OptimizerKind rule = spec.optimizer();
    boolean plain = rule == OptimizerKind.SGD;
    boolean constant = spec.schedule() == ScheduleKind.CONSTANT;
    if (!plain) {
      sentences.add(told("optimizer", rule.key(), spec.settings()));
    }
    if (rule == OptimizerKind.MOMENTUM) {
      sentences.add(phrases.page("sim.rule.velocity"));
    }
    if (!constant) {
      sentences.add(told("schedule", spec.schedule().key(), spec.scheduleSettings()));
    }
    double noise = spec.noise().deviation();
    if (noise > 0) {
      sentences.add(phrases.page("sim.rule.noise", Figures.rate(noise)));
    }
    String name = phrases.page("optimizer." + rule.key() + ".title");
    return sentences.isEmpty()
        ? null
        : new RuleView(name, plain && constant, sentences, plainly(query));
  }

  private String told(String kind, String key, Map<String, Double> settings) {
    String title = phrases.page(kind + "." + key + ".title");
    String values =
        Tongue.listed(
            settings.entrySet().stream()
                .map(each -> each.getKey() + " " + Figures.whole(each.getValue())));
    String whole = values.isEmpty() ? title : phrases.page("sim.rule.settings", title, values);
    return phrases.page("sim.rule." + kind, whole, phrases.page(kind + "." + key));
  }

  private static String plainly(String query) {
    return Stream.concat(
            Arrays.stream(query.split("&"))
                .filter(member -> PLAIN.contains(member.split("=", 2)[0])),
            Stream.of("optimizer=sgd"))
        .collect(Collectors.joining("&"));
  }
}
