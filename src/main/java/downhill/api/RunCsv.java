package downhill.api;

import downhill.descent.Step;
import downhill.run.Completed;
import downhill.run.SpecJson;
import downhill.run.Trained;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as a table: RFC 4180, a row a step, a column for each number of a step. */
final class RunCsv {

  private static final String END_OF_ROW = "\r\n";

  private RunCsv() {}

  static String text(Completed run) {
    if (run.spec().ground().trained() != null) {
      return rounds(run, run.spec().ground().trained());
    }
    List<String> memory = memory(List.of(run));
    StringBuilder text = new StringBuilder();
    text.append(header(run, memory)).append(END_OF_ROW);
    run.steps().forEach(step -> row(text, step, memory));
    return text.toString();
  }

  /**
   * Several runs over one ground, one below the other, each row with its run's number. There is a
   * column for all that any of them remembers, empty in the rows of those that do not.
   */
  static String text(List<Completed> runs) {
    List<String> memory = memory(runs);
    StringBuilder text = new StringBuilder();
    text.append("run,").append(header(runs.get(0), memory)).append(END_OF_ROW);
    for (int i = 0; i < runs.size(); i++) {
      for (Step step : runs.get(i).steps()) {
        text.append(i + 1).append(',');
        row(text, step, memory);
      }
    }
    return text.toString();
  }

  /**
   * Of a training, whose parameters are many, a row a round; cells are empty of what is not told.
   */
  private static String rounds(Completed run, Trained trained) {
    StringBuilder text = new StringBuilder();
    text.append("k,loss,gradientNorm,learningRate,accuracy,heldOut.loss,heldOut.accuracy")
        .append(END_OF_ROW);
    for (Step step : run.steps()) {
      Trained.Scores scores = trained.scores(step.w());
      text.append(step.k());
      cells(text, step.loss(), step.gradientNorm(), step.learningRate());
      cell(text, scores.accuracy());
      cell(text, scores.heldOutLoss());
      cell(text, scores.heldOutAccuracy());
      text.append(END_OF_ROW);
    }
    return text.toString();
  }

  private static void cell(StringBuilder text, @Nullable Double number) {
    text.append(',');
    if (number != null && Double.isFinite(number)) {
      text.append(SpecJson.shortest(number));
    }
  }

  private static List<String> memory(List<Completed> runs) {
    return runs.stream()
        .flatMap(run -> run.steps().get(0).state().names().stream())
        .distinct()
        .toList();
  }

  private static String header(Completed run, List<String> memory) {
    List<String> parameters = run.spec().ground().parameters();
    List<String> header = new ArrayList<>(List.of("k"));
    header.addAll(parameters);
    header.add("loss");
    columns(header, "gradient", parameters);
    header.add("learningRate");
    memory.forEach(name -> columns(header, name, parameters));
    return String.join(",", header);
  }

  private static void columns(List<String> header, String name, List<String> parameters) {
    if (parameters.size() == 1) {
      header.add(name);
    } else {
      parameters.forEach(parameter -> header.add(name + "." + parameter));
    }
  }

  private static void row(StringBuilder text, Step step, List<String> memory) {
    text.append(step.k());
    cells(text, step.w());
    cells(text, step.loss());
    cells(text, step.gradient());
    cells(text, step.learningRate());
    for (String name : memory) {
      int i = step.state().names().indexOf(name);
      if (i < 0) {
        text.append(",".repeat(step.w().length));
      } else {
        cells(text, step.state().values(i));
      }
    }
    text.append(END_OF_ROW);
  }

  private static void cells(StringBuilder text, double... numbers) {
    for (double number : numbers) {
      text.append(',').append(SpecJson.shortest(number));
    }
  }
}
