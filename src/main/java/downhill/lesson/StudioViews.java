package downhill.lesson;

import downhill.data.Activation;
import downhill.data.Layer;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Step;
import downhill.run.Completed;
import downhill.run.Refused;
import downhill.run.Runs;
import downhill.run.Spec;
import downhill.run.SpecJson;
import downhill.run.Studio;
import downhill.run.Studio.Prediction;
import downhill.run.Studio.Read;
import downhill.run.Trained;
import downhill.run.Trained.Scores;
import downhill.studio.Examples;
import downhill.studio.Examples.Example;
import downhill.studio.Output;
import downhill.studio.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Makes the Studio from a program, whatever it says. */
@Component
class StudioViews {

  /** Of what an address has wrong, so many characters are told again. */
  private static final int MOST_QUOTED = 40;

  private static final int MOST_ROWS = 200;

  private final Studio studio;
  private final Runs runs;
  private final Phrases phrases;

  StudioViews(Studio studio, Runs runs, Phrases phrases) {
    this.studio = studio;
    this.runs = runs;
    this.phrases = phrases;
  }

  /**
   * The Studio as an address asks for it.
   *
   * @param program the reader's own; where it is not given, the example's. Its lines may end as any
   *     system ends them, and with U+2028, which comes through where line ends are taken out
   * @param example the slug of one to start from
   * @param trains whether it is trained here and now, to its end
   */
  StudioView asked(@Nullable String program, @Nullable String example, boolean trains) {
    List<String> notices = new ArrayList<>();
    Optional<Example> named = Optional.ofNullable(example).flatMap(Examples::named);
    if (example != null && program == null && named.isEmpty()) {
      notices.add(
          phrases.page(
              "studio.example.unknown",
              example.substring(0, Math.min(MOST_QUOTED, example.length()))));
    }
    String text =
        program != null
            ? program.replaceAll("\r\n|[\r\u2028]", "\n")
            : named.orElse(Examples.all().get(0)).program();
    return view(text, notices, trains);
  }

  /**
   * The Studio with a program.
   *
   * @param text the program
   * @param notices what there is to say above it
   * @param trains whether it is trained here and now, to its end
   */
  StudioView view(String text, List<String> notices, boolean trains) {
    Read read = studio.read(text);
    Program program = read.program();
    boolean learns = program != null && program.training().isPresent();
    Spec spec = learns ? studio.spec(Objects.requireNonNull(program)) : null;
    List<String> told = new ArrayList<>(notices);
    Completed run = trains && spec != null ? trained(spec, told) : null;
    List<Step> steps = run == null ? List.of() : run.steps();
    return new StudioView(
        StudioPage.PATH,
        told,
        text,
        Examples.all().stream()
            .filter(each -> each.program().equals(text))
            .map(Example::slug)
            .findFirst()
            .orElse(""),
        read.mistakes().stream().map(Studio.Mistaken::message).toList(),
        spec == null || Objects.requireNonNull(spec.ground().trained()).table().sorts(),
        LossDrawing.of(steps.isEmpty() ? List.of() : List.of(steps)),
        run == null ? List.of() : table(run),
        steps.size() > MOST_ROWS,
        ending(program, run),
        trains && program != null && (run != null || !learns)
            ? program.outputs().stream()
                .map(output -> said(output, program))
                .filter(said -> !said.isEmpty())
                .toList()
            : List.of(),
        state(text, spec));
  }

  /** The first program, trained. */
  StudioCard card() {
    String first = Examples.all().get(0).program();
    Spec spec = studio.spec(Objects.requireNonNull(studio.read(first).program()));
    LossDrawing drawing = LossDrawing.of(List.of(runs.complete(spec).steps()));
    return new StudioCard(first.lines().toList(), drawing.lines().get(0));
  }

  /** A training that is too long to be answered whole is told of, and not made. */
  private @Nullable Completed trained(Spec spec, List<String> said) {
    try {
      return runs.complete(spec);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      said.add(refused.sentence());
      return null;
    }
  }

  private String ending(@Nullable Program program, @Nullable Completed run) {
    if (run != null) {
      return run.ending().message();
    }
    boolean learns = program == null || program.training().isPresent();
    return phrases.page(learns ? "studio.press" : "studio.untrained");
  }

  private static List<List<String>> table(Completed run) {
    Trained trained = Objects.requireNonNull(run.spec().ground().trained());
    return run.steps().stream()
        .limit(MOST_ROWS)
        .map(step -> row(step, trained.scores(step.w())))
        .toList();
  }

  /** The script's {@code round-teller.js} has the same. */
  private static List<String> row(Step step, Scores scores) {
    return List.of(
        "" + step.k(),
        Figures.exact(step.loss()),
        scores.accuracy() == null ? "" : Figures.percent(scores.accuracy()),
        scores.heldOutLoss() == null ? "" : Figures.exact(scores.heldOutLoss()),
        scores.heldOutAccuracy() == null ? "" : Figures.percent(scores.heldOutAccuracy()),
        Figures.rate(step.learningRate()));
  }

  /** What is put out where no script runs; '' for what has a place of its own on the page. */
  private String said(Output output, Program program) {
    if (output instanceof Output.Said said) {
      return said.text();
    }
    if (output instanceof Output.ShowData data) {
      return phrases.page(
          "studio.data", data.table().name(), data.table().rows(), named(data.table().features()));
    }
    if (output instanceof Output.ShowNetwork net) {
      return layers(net.layers());
    }
    return output instanceof Output.Prediction asked ? prediction(asked, program) : "";
  }

  private static String named(List<Table.Feature> features) {
    return features.stream().map(Table.Feature::name).collect(Collectors.joining(", "));
  }

  private String layers(List<Layer> layers) {
    int inputs = layers.get(0).inputs();
    String all =
        phrases.page(inputs == 1 ? "studio.js.net.input.one" : "studio.js.net.input", inputs);
    for (Layer layer : layers) {
      all =
          phrases.page(
              "studio.js.net.then",
              all,
              phrases.page("studio.js.net.layer", layer.outputs(), layer.kind().key()));
    }
    int parameters = layers.stream().mapToInt(Layer::parameters).sum();
    return phrases.page("studio.js.net.all", all, parameters);
  }

  private String prediction(Output.Prediction asked, Program program) {
    String given =
        Arrays.stream(asked.features()).mapToObj(Figures::rate).collect(Collectors.joining(", "));
    if (!asked.trained()) {
      return phrases.page("studio.js.prediction.none", given);
    }
    Prediction answer =
        studio.predict(program, Integer.MAX_VALUE, List.of(asked.features())).get(0);
    double[] output = answer.output();
    if (answer.kind().isEmpty()) {
      return phrases.page("studio.js.prediction.number", given, Figures.said(output[0]));
    }
    double sure =
        output.length == 1
            ? Math.max(output[0], 1 - output[0])
            : Arrays.stream(output).max().orElseThrow();
    return phrases.page("studio.js.prediction.kind", given, answer.kind(), Figures.percent(sure));
  }

  private String state(String text, @Nullable Spec spec) {
    String json =
        SpecJson.text(
            to -> {
              to.writeStartObject();
              to.writeStringProperty("path", StudioPage.PATH);
              to.writeStringProperty("program", text);
              to.writeObjectPropertyStart("words");
              strings(to, "datasets", Tables.names());
              strings(to, "kinds", kinds());
              strings(
                  to,
                  "optimizers",
                  Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList());
              strings(
                  to,
                  "schedules",
                  Arrays.stream(ScheduleKind.values()).map(ScheduleKind::key).toList());
              to.writeEndObject();
              if (spec != null) {
                to.writeName("step");
                SpecJson.write(to, spec, runs.begin(spec, 0).current());
              }
              to.writeObjectPropertyStart("messages");
              phrases.ofScript().forEach(to::writeStringProperty);
              phrases.ofScript("studio.js.").forEach(to::writeStringProperty);
              to.writeEndObject();
              to.writeEndObject();
            });
    // Nothing inside may end the element or begin a comment.
    return json.replace("<", "\\u003c");
  }

  private static List<String> kinds() {
    return Arrays.stream(Activation.values()).map(Activation::key).toList();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
