package downhill.lesson;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The terms of the field, each once. Their words are in {@code reference.properties}: {@code
 * term.ID} names one, {@code .child} and {@code .student} say what it is.
 */
@Component
class Glossary {

  /** Each term, and the lesson in which one meets it. */
  static final Map<String, String> TERMS = new TreeMap<>();

  static {
    meet("in-the-dark", "global-minimum", "model", "parameter");
    meet("rolling-downhill", "gradient", "loss", "slope", "step", "tolerance", "training");
    meet("the-update-rule", "derivative");
    meet("learning-rate", "convergence", "curvature", "divergence", "learning-rate", "minimum");
    meet("learning-rate", "overshoot", "second-derivative");
    meet("schedules", "noise", "schedule", "seed", "warm-up");
    meet("local-minima", "basin", "local-minimum", "plateau", "restart", "saddle-point");
    meet("momentum-and-adam", "adam", "adaptive-rate", "condition-number", "contour");
    meet("momentum-and-adam", "momentum", "optimizer", "velocity");
    meet("batches", "batch", "data-set", "epoch", "example", "feature-scaling", "mini-batch");
    meet("batches", "stochastic");
    meet("train-a-network", "backpropagation", "layer", "neural-network", "weight");
  }

  private final Phrases phrases;

  Glossary(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * A term as a page tells it.
   *
   * @param id within the page
   * @param name in the reader's language
   * @param lesson in which one meets it; null where that is not written yet
   */
  record Term(String id, String name, @Nullable Lesson lesson) {}

  /** All terms, in the order of a dictionary of the language. */
  List<Term> terms(Locale language) {
    return TERMS.entrySet().stream()
        .map(
            entry ->
                new Term(
                    entry.getKey(),
                    phrases.page("term." + entry.getKey()),
                    Lesson.named(entry.getValue()).orElse(null)))
        .sorted(Comparator.comparing(Term::name, Collator.getInstance(language)))
        .toList();
  }

  private static void meet(String lesson, String... terms) {
    for (String term : terms) {
      TERMS.put(term, lesson);
    }
  }
}
