package downhill.studio;

import downhill.data.Table;
import downhill.studio.Statement.Predict;
import java.util.List;

/** Finds the example for which something is to be predicted. */
final class PredictChecker {

  static final String ROW = "row";

  /** Of many features, a sentence names the first. */
  private static final int MOST_LISTED = 8;

  private final Names names;
  private final Place word;
  private final Options options;
  private final Table table;

  PredictChecker(Names names, Predict predict, Table table) {
    this.names = names;
    this.word = predict.word();
    this.options = new Options(predict.options());
    this.table = table;
  }

  /** Its features, a number for each of the table's. */
  double[] features() {
    List<String> features = table.features().stream().map(Table.Feature::name).toList();
    refuseUnknown(features);
    if (options.has(ROW)) {
      return row();
    }
    List<String> missing = options.missing(features.stream().map(Vocabulary::written).toList());
    if (!missing.isEmpty()) {
      throw word.mistake(Problem.MISSING_FEATURES, listed(missing));
    }
    return features.stream()
        .mapToDouble(name -> options.value(Vocabulary.written(name)).orElseThrow().number(names))
        .toArray();
  }

  private void refuseUnknown(List<String> features) {
    List<String> written = features.stream().map(Vocabulary::written).toList();
    options
        .all()
        .forEach(
            (name, option) -> {
              if (!name.equals(ROW) && !written.contains(name)) {
                throw option
                    .name()
                    .place()
                    .meant(
                        Vocabulary.nearest(name, features),
                        Problem.UNKNOWN_FEATURE,
                        table.name(),
                        listed(features));
              }
            });
  }

  private static String listed(List<String> features) {
    return features.size() <= MOST_LISTED
        ? String.join(", ", features)
        : String.join(", ", features.subList(0, MOST_LISTED)) + ", …";
  }

  private double[] row() {
    if (options.all().size() > 1) {
      throw options.place(ROW).orElseThrow().mistake(Problem.ROW_AND_FEATURES);
    }
    Expression row = options.value(ROW).orElseThrow();
    return table.row((int) new Amounts(names).whole(row, ROW, 1, table.rows()) - 1);
  }
}
