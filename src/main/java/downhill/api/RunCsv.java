package downhill.api;

import downhill.descent.State;
import downhill.descent.Step;
import downhill.run.Completed;
import downhill.run.SpecJson;
import java.util.ArrayList;
import java.util.List;

/** A run as a table: RFC 4180, a row a step, a column for each number of a step. */
final class RunCsv {

  private static final String END_OF_ROW = "\r\n";

  private RunCsv() {}

  static String text(Completed run) {
    StringBuilder text = new StringBuilder();
    text.append(header(run)).append(END_OF_ROW);
    run.steps().forEach(step -> row(text, step));
    return text.toString();
  }

  /** Several runs of the same optimizer, one below the other, each row with its run's number. */
  static String text(List<Completed> runs) {
    StringBuilder text = new StringBuilder();
    text.append("run,").append(header(runs.get(0))).append(END_OF_ROW);
    for (int i = 0; i < runs.size(); i++) {
      for (Step step : runs.get(i).steps()) {
        text.append(i + 1).append(',');
        row(text, step);
      }
    }
    return text.toString();
  }

  private static String header(Completed run) {
    State state = run.steps().get(0).state();
    return String.join(",", header(run.spec().ground().parameters(), state));
  }

  private static List<String> header(List<String> parameters, State state) {
    List<String> header = new ArrayList<>(List.of("k"));
    header.addAll(parameters);
    header.add("loss");
    columns(header, "gradient", parameters);
    header.add("learningRate");
    state.names().forEach(name -> columns(header, name, parameters));
    return header;
  }

  private static void columns(List<String> header, String name, List<String> parameters) {
    if (parameters.size() == 1) {
      header.add(name);
    } else {
      parameters.forEach(parameter -> header.add(name + "." + parameter));
    }
  }

  private static void row(StringBuilder text, Step step) {
    text.append(step.k());
    cells(text, step.w());
    cells(text, step.loss());
    cells(text, step.gradient());
    cells(text, step.learningRate());
    for (int i = 0; i < step.state().names().size(); i++) {
      cells(text, step.state().values(i));
    }
    text.append(END_OF_ROW);
  }

  private static void cells(StringBuilder text, double... numbers) {
    for (double number : numbers) {
      text.append(',').append(SpecJson.shortest(number));
    }
  }
}
