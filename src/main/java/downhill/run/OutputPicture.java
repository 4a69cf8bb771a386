package downhill.run;

import downhill.data.Experiment;
import downhill.data.Table;
import downhill.descent.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/**
 * What a network makes of its features, where that can be drawn: of one feature the number that it
 * predicts, of two the kind of each place.
 */
public final class OutputPicture {

  /** So many places along one feature. */
  static final int ALONG = 65;

  /** So many places each way over two features. */
  static final int ACROSS = 32;

  private static final int DIGITS = 5;
  private static final double MARGIN = 0.06;
  private static final int MOST_KINDS = 10;

  private final Experiment experiment;
  private final List<Interval> domain;

  private OutputPicture(Experiment experiment) {
    this.experiment = experiment;
    Table table = experiment.table();
    this.domain =
        IntStream.range(0, table.width()).mapToObj(i -> withMargin(spread(table, i))).toList();
  }

  /** The picture of an experiment, if it has one. */
  public static Optional<OutputPicture> of(Experiment experiment) {
    Table table = experiment.table();
    boolean drawn =
        table.sorts()
            ? table.width() == 2 && table.kinds().size() <= MOST_KINDS
            : table.width() == 1;
    return drawn ? Optional.of(new OutputPicture(experiment)) : Optional.empty();
  }

  /** From the least to the greatest value of a feature, counted from 0. */
  static Interval spread(Table table, int feature) {
    double lo = table.x(0, feature);
    double hi = lo;
    for (int row = 1; row < table.rows(); row++) {
      lo = Math.min(lo, table.x(row, feature));
      hi = Math.max(hi, table.x(row, feature));
    }
    return new Interval(lo, hi > lo ? hi : lo + 1);
  }

  private static Interval withMargin(Interval spread) {
    double margin = MARGIN * spread.width();
    return new Interval(spread.lo() - margin, spread.hi() + margin);
  }

  /** What is drawn, an interval for each feature. */
  public List<Interval> domain() {
    return domain;
  }

  /** So many places each way. */
  public int size() {
    return domain.size() == 1 ? ALONG : ACROSS;
  }

  /** What the network predicts along its only feature. */
  public double[] line(double[] w) {
    double[] along = domain.get(0).spaced(ALONG);
    for (int i = 0; i < ALONG; i++) {
      along[i] = experiment.answer(w, new double[] {along[i]})[0];
    }
    return along;
  }

  void write(JsonGenerator json, double[] w) {
    if (domain.size() == 1) {
      json.writeStartArray();
      for (double each : line(w)) {
        SpecJson.finite(json, SpecJson.rounded(each, DIGITS));
      }
      json.writeEndArray();
    } else {
      writeKinds(json, w);
    }
  }

  /** A digit for each place, row after row from the lower end of the second feature up. */
  private void writeKinds(JsonGenerator json, double[] w) {
    double[] x = domain.get(0).spaced(ACROSS);
    double[] y = domain.get(1).spaced(ACROSS);
    StringBuilder kinds = new StringBuilder(ACROSS * ACROSS);
    StringBuilder sure = new StringBuilder(ACROSS * ACROSS);
    for (double up : y) {
      for (double across : x) {
        double[] answer = experiment.answer(w, new double[] {across, up});
        int kind = experiment.kind(answer);
        kinds.append(kind);
        sure.append(digit(answer.length == 1 && kind == 0 ? 1 - answer[0] : chosen(answer, kind)));
      }
    }
    json.writeStartObject();
    json.writeStringProperty("kinds", kinds.toString());
    json.writeStringProperty("sure", sure.toString());
    json.writeEndObject();
  }

  private static double chosen(double[] answer, int kind) {
    return answer[answer.length == 1 ? 0 : kind];
  }

  private static int digit(double share) {
    return (int) Math.max(0, Math.min(9, Math.floor(10 * share)));
  }
}
