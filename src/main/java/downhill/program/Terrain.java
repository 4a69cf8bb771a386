package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.data.Fit;
import downhill.data.Scaling;
import downhill.formula.Formula;
import downhill.formula.Notation;
import downhill.run.Ground;
import downhill.run.Spec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a program says of where it walks: the loss and its gradient, the guess and the stop. */
final class Terrain {

  private final Spec spec;
  private final Ground ground;
  private final Draft draft;

  Terrain(Spec spec, Draft draft) {
    this.spec = spec;
    this.ground = spec.ground();
    this.draft = draft;
  }

  void write() {
    draft.put("title", title());
    parameters();
    draft.put("guess", "[w]");
    draft.put("round", "k");
    draft.put("start", spec.start());
    draft.put("steps", String.valueOf(spec.steps()));
    draft.put("tolerance", spec.tolerance());
    draft.putIf(spec.tolerance() > 0, "arrived", "arrived");
    switch (ground.source().kind()) {
      case "heights" -> heights();
      case "data", "points" -> data(Optional.ofNullable(ground.fit()).orElseThrow());
      default -> formula();
    }
  }

  private String title() {
    String name = ground.source().name();
    String where =
        switch (ground.source().kind()) {
          case "formula" -> parsed().in(Notation.FORMULA);
          case "heights" -> "a curve drawn by hand";
          case "data" -> "the line that fits " + name;
          case "points" -> "the line that fits your points";
          default -> name + ", " + parsed().in(Notation.FORMULA);
        };
    return "Gradient descent by " + spec.optimizer().key() + ": " + where + ".";
  }

  private void parameters() {
    List<String> names = ground.parameters();
    String typed = draft.language() == Language.JAVA ? "double " : "";
    draft.put("names", String.join(", ", names));
    draft.put("parameters", names.stream().map(name -> typed + name).collect(joining(", ")));
    draft.put("n", String.valueOf(names.size()));
    List<String> places = IntStream.range(0, names.size()).mapToObj(i -> "w[" + i + "]").toList();
    draft.put("at w", String.join(", ", places));
    draft.put("printed w", String.join(" + \" \" + ", places));
    String norm = "norm of " + names.size();
    draft.putIf(draft.template().has(norm), "norm", norm);
  }

  private Formula parsed() {
    return Formula.parse(ground.formula());
  }

  private void formula() {
    Formula formula = parsed();
    Notation notation = draft.language().notation();
    String loss = formula.in(notation);
    // PyTorch differentiates only what the parameters enter.
    draft.put("loss", formula.isConstant() ? "0 * w + " + loss : loss);
    if (draft.language() != Language.PYTORCH) {
      List<String> slopes = formula.derivatives(notation).orElseThrow(TooLong::new);
      draft.put("gradient", String.join(", ", slopes));
    }
    draft.function("ground formula");
  }

  private void heights() {
    draft.put("lo", ground.domain().get(0).lo());
    draft.put("hi", ground.domain().get(0).hi());
    draft.put("heights", ground.source().heights());
    draft.constant("heights");
    draft.function("ground heights");
  }

  private void data(Fit fit) {
    draft.put("x", fit.data().x());
    draft.put("y", fit.data().y());
    draft.constant("data");
    Scaling scaling = fit.scaling();
    if (scaling != null) {
      draft.put("mean", scaling.mean());
      draft.put("deviation", scaling.deviation());
      draft.constant("scaled");
    }
    draft.function("ground data");
  }
}
