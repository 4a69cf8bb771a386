package downhill.run;

import downhill.data.Experiment;
import downhill.data.Layer;
import downhill.data.Table;
import downhill.descent.Interval;
import downhill.studio.Output;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is told about programs. */
final class StudioJson {

  private final Studio studio;

  StudioJson(Studio studio) {
    this.studio = studio;
  }

  /** A program's mistakes, or its training and what it shows. */
  ObjectNode check(Studio.Read read, OptionalInt round) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode mistakes = json.putArray("mistakes");
    read.mistakes().forEach(mistaken -> mistake(mistakes.addObject(), mistaken));
    Program program = read.program();
    if (program == null) {
      json.putNull("training").putArray("outputs");
      return json;
    }
    program
        .training()
        .ifPresentOrElse(
            training -> training(json.putObject("training"), training),
            () -> json.putNull("training"));
    ArrayNode outputs = json.putArray("outputs");
    program.outputs().forEach(output -> output(outputs.addObject(), program, output, round));
    return json;
  }

  private static void mistake(ObjectNode json, Studio.Mistaken mistaken) {
    json.put("line", mistaken.mistake().line());
    json.put("column", mistaken.mistake().column());
    json.put("length", mistaken.mistake().length());
    json.put("message", mistaken.message());
    if (mistaken.mistake().suggestion() != null) {
      json.put("suggestion", mistaken.mistake().suggestion());
    }
  }

  private static void training(ObjectNode json, Training training) {
    json.put("line", training.line());
    json.put("net", training.net());
    json.put("data", training.table().name());
    json.put("rounds", training.rounds());
    json.put("speed", training.speed());
    json.put("batch", training.batch());
    json.put("optimizer", training.optimizer().key());
    training.settings().forEach(json.putObject("settings")::put);
    json.put("schedule", training.schedule().key());
    training.scheduleSettings().forEach(json.putObject("scheduleSettings")::put);
    json.put("seed", training.seed());
    json.put("holdOut", training.holdOut());
    Experiment experiment = ProgramGrounds.experiment(training);
    json.put("examples", experiment.trainingRows().length);
    json.put("heldOut", experiment.heldOutRows().length);
    network(json, training.layers());
    OutputPicture.of(experiment)
        .ifPresentOrElse(picture -> picture(json, picture), () -> json.putNull("picture"));
  }

  private static void picture(ObjectNode json, OutputPicture picture) {
    ObjectNode drawn = json.putObject("picture");
    ArrayNode domain = drawn.putArray("domain");
    picture.domain().forEach(side -> domain.addArray().add(side.lo()).add(side.hi()));
    drawn.put("size", picture.size());
  }

  /** The layers, with the inputs as the first, and how many parameters they have. */
  private static void network(ObjectNode json, List<Layer> layers) {
    ArrayNode all = json.putArray("layers");
    all.addObject().put("units", layers.get(0).inputs()).put("kind", "input");
    layers.forEach(
        layer -> all.addObject().put("units", layer.outputs()).put("kind", layer.kind().key()));
    json.put("parameters", layers.stream().mapToInt(Layer::parameters).sum());
  }

  private void output(ObjectNode json, Program program, Output output, OptionalInt round) {
    json.put("line", output.line());
    if (output instanceof Output.Said said) {
      json.put("kind", "text").put("text", said.text());
    } else if (output instanceof Output.ShowData shown) {
      json.put("kind", "data").put("data", shown.table().name());
    } else if (output instanceof Output.ShowNetwork shown) {
      network(json.put("kind", "network").put("net", shown.net()), shown.layers());
    } else if (output instanceof Output.Plot) {
      json.put("kind", "plot");
    } else if (output instanceof Output.Boundary) {
      json.put("kind", "boundary");
    } else if (output instanceof Output.Prediction prediction) {
      prediction(json.put("kind", "prediction"), program, prediction, round);
    }
  }

  /** What is predicted before the training is known at once; the rest once a round is named. */
  private void prediction(
      ObjectNode json, Program program, Output.Prediction asked, OptionalInt round) {
    numbers(json.putArray("features"), asked.features());
    boolean known = !asked.trained() || round.isPresent();
    if (!known) {
      json.putNull("output").putNull("answer");
      return;
    }
    int at = asked.trained() ? round.getAsInt() : 0;
    Studio.Prediction prediction = studio.predict(program, at, List.of(asked.features())).get(0);
    numbers(json.putArray("output"), prediction.output());
    answer(json, asked.table(), prediction);
  }

  private static void answer(ObjectNode json, Table table, Studio.Prediction prediction) {
    if (table.sorts()) {
      json.put("answer", prediction.kind());
    } else {
      json.set("answer", number(prediction.output()[0]));
    }
  }

  static JsonNode predictions(Table table, List<Studio.Prediction> predictions) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode outputs = json.putArray("outputs");
    predictions.forEach(each -> numbers(outputs.addArray(), each.output()));
    ArrayNode answers = json.putArray("answers");
    predictions.forEach(
        each -> {
          if (table.sorts()) {
            answers.add(each.kind());
          } else {
            answers.add(number(each.output()[0]));
          }
        });
    return json;
  }

  /** A table with what is said about it. */
  static JsonNode table(Table table, UnaryOperator<String> words) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", table.name());
    for (String about : List.of("title", "description", "source", "licence")) {
      json.put(about, words.apply(about));
    }
    ArrayNode features = json.putArray("features");
    for (int i = 0; i < table.width(); i++) {
      int feature = i;
      Interval spread = OutputPicture.spread(table, i);
      features
          .addObject()
          .put("name", table.features().get(i).name())
          .put("unit", table.features().get(i).unit())
          .put("lo", spread.lo())
          .put("hi", spread.hi())
          .put(
              "mean",
              IntStream.range(0, table.rows())
                  .mapToDouble(row -> table.x(row, feature))
                  .average()
                  .orElseThrow());
    }
    ArrayNode kinds = json.putArray("kinds");
    table.kinds().forEach(kinds::add);
    json.put("target", table.target());
    ArrayNode rows = json.putArray("rows");
    for (int row = 0; row < table.rows(); row++) {
      ArrayNode cells = rows.addArray();
      numbers(cells, table.row(row));
      cells.add(number(table.y(row)));
    }
    return json;
  }

  private static void numbers(ArrayNode json, double[] numbers) {
    for (double each : numbers) {
      json.add(number(each));
    }
  }

  /** A whole number without a fraction, and nothing that is not finite. */
  private static JsonNode number(double x) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (!Double.isFinite(x)) {
      return json.nullNode();
    }
    return x == Math.rint(x) && Math.abs(x) < 1e9 ? json.numberNode((int) x) : json.numberNode(x);
  }
}
