package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.data.Activation;
import downhill.data.Experiment;
import downhill.data.Layer;
import downhill.data.Network;
import downhill.data.Table;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a program says of a network in place of where a ball walks: the rows and what is made of
 * them, the layers and how they are judged, and of chance, by which weights and batches are drawn.
 */
final class Schooling {

  /** The number of updates so far, where a rule or the noise asks for it. */
  private static final Pattern COUNT = Pattern.compile("\\b(?:k|update)\\b");

  private final Experiment experiment;
  private final Table table;
  private final Network network;
  private final Spec spec;
  private final Draft draft;
  private final boolean batched;
  private final boolean noisy;
  private final boolean tested;

  Schooling(Experiment experiment, Spec spec, Draft draft) {
    this.experiment = experiment;
    this.table = experiment.table();
    this.network = experiment.network();
    this.spec = spec;
    this.draft = draft;
    this.batched = !spec.batches().isWhole();
    this.noisy = spec.noise().deviation() > 0;
    this.tested = experiment.heldOutRows().length > 0;
  }

  /**
   * Writes all but the rule, and the rounds in which it is followed.
   *
   * @param source where the table is from, and its licence, in ASCII
   */
  void write(String source) {
    words();
    chance();
    new Rows(table, draft).write(source);
    layers();
    samples();
    if (batched) {
      draft.constant("size of a batch of a round");
      draft.function("batches of a round");
    }
    draft.function("begin");
    loss();
    if (table.sorts()) {
      accuracy();
    }
  }

  private void words() {
    String title = "A network learns from the table %s by %s.";
    draft.put("title", title.formatted(table.name(), spec.optimizer().key()));
    String told = "the loss" + (table.sorts() ? " and the share of rows that it tells right" : "");
    draft.put("told", told + (tested ? ", then the same of the rows held out" : ""));
    String printed = "print" + (tested ? " held out" : "") + (table.sorts() ? " accuracy" : "");
    draft.putIf(true, "print", printed);
    draft.put("round", draft.language() == Language.JAVA ? "round" : "k");
    draft.put("guess", "net.parameters()");
    draft.put("n", String.valueOf(network.parameters()));
    draft.put("steps", String.valueOf(spec.steps()));
    draft.put("tolerance", spec.tolerance());
    draft.putIf(true, "norm", "norm of a network");
    draft.putIf(spec.tolerance() > 0, "arrived", "arrived of a network");
  }

  private void chance() {
    draft.put("size", String.valueOf(spec.batches().size()));
    draft.put("seed", String.valueOf(spec.noise().seed()));
    draft.put("noise deviation", spec.noise().deviation());
    draft.constant("seed");
    draft.function("chance");
    if (noisy) {
      draft.function("noise");
    }
  }

  private void layers() {
    List<Layer> layers = network.layers();
    Stream<Integer> sizes = layers.stream().map(Layer::outputs);
    draft.put("outputs", String.valueOf(network.outputs()));
    draft.put(
        "sizes",
        Stream.concat(Stream.of(network.inputs()), sizes)
            .map(String::valueOf)
            .collect(joining(", ")));
    draft.put(
        "kinds",
        layers.stream().map(each -> "\"" + each.kind().key() + "\"").collect(joining(", ")));
    draft.put("layers", layers.stream().map(this::layer).collect(joining()));
    List<String> kinds = layers.stream().map(each -> each.kind().key()).distinct().toList();
    draft.put("apply kinds", pieces("apply ", kinds));
    draft.put("follow kinds", pieces("follow ", kinds));
    if (draft.template().has("layers")) {
      draft.constant("layers");
    }
  }

  private String layer(Layer layer) {
    draft.put("inputs", String.valueOf(layer.inputs()));
    draft.put("units", String.valueOf(layer.outputs()));
    return pieces("layer", List.of("", " " + layer.kind().key()));
  }

  /** The pieces that there are, one after the other. */
  private String pieces(String prefix, List<String> names) {
    return names.stream()
        .map(name -> prefix + name)
        .filter(draft.template()::has)
        .map(draft::fill)
        .collect(joining());
  }

  private void samples() {
    if (tested) {
      IntStream held = Arrays.stream(experiment.heldOutRows());
      draft.put("held out", held.mapToObj(String::valueOf).toList());
    }
    draft.constant(tested ? "rows of a test" : "rows that it learns from");
    draft.putIf(true, "targets", "targets of " + targets());
    putIfThere(tested, "choose rows", "choose rows");
    draft.putIf(tested, "test samples", "samples of a test");
    draft.function("standardised");
    draft.function("samples");
  }

  /** How what it should answer is written. */
  private String targets() {
    if (!table.sorts()) {
      return "numbers";
    }
    if (network.outputs() == 1) {
      return "one unit";
    }
    return answersShares() && draft.template().has("targets of indices") ? "indices" : "kinds";
  }

  private boolean answersShares() {
    return network.layers().get(network.layers().size() - 1).kind() == Activation.SOFTMAX;
  }

  private void loss() {
    String judged = answersShares() ? " cross-entropy" : " squared error";
    for (String place : List.of("loss", "measure", "judge", "blame followed")) {
      putIfThere(true, place, place + judged);
    }
    putIfThere(tested, "test loss", "loss of a test");
    if (draft.template().has("network")) {
      draft.function("network");
      draft.function("loss of a network");
    }
  }

  private void accuracy() {
    putIfThere(true, "right", "right of " + targets());
    putIfThere(true, "choice", network.outputs() == 1 ? "choice of two" : "choice of many");
    draft.function("accuracy");
  }

  /** Writes the rounds, for which the rule must be written already. */
  void rounds() {
    String noise = "feel noise in a network";
    draft.putIf(noisy, "noise", draft.template().has(noise) ? noise : "feel noise");
    String round = batched ? "round of batches" : "round of all";
    draft.put("count", "");
    draft.put("counted", "");
    boolean counts = COUNT.matcher(draft.fill(round).replace("batches(k)", "")).find();
    boolean rounds = !batched && draft.template().has("count the rounds");
    draft.putIf(counts, "count", rounds ? "count the rounds" : "count the updates");
    draft.putIf(counts, "counted", "counted");
    draft.putIf(true, "round of updates", round);
  }

  private void putIfThere(boolean needed, String place, String piece) {
    draft.putIf(needed && draft.template().has(piece), place, piece);
  }
}
