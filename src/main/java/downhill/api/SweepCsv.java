package downhill.api;

import downhill.run.SpecJson;
import downhill.run.Sweep;
import downhill.run.Sweep.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sweep as a table: RFC 4180, a row a run, its start and its rate where they are swept. */
final class SweepCsv {

  private static final String END_OF_ROW = "\r\n";

  private SweepCsv() {}

  static String text(Sweep sweep) {
    StringBuilder text = new StringBuilder(header(sweep)).append(END_OF_ROW);
    for (int r = 0; r < sweep.runs().size(); r++) {
      for (int s = 0; s < sweep.runs().get(r).size(); s++) {
        text.append(row(sweep, r, s)).append(END_OF_ROW);
      }
    }
    return text.toString();
  }

  private static String header(Sweep sweep) {
    List<String> names = new ArrayList<>(List.of("run"));
    if (sweep.starts().length > 0) {
      names.add("start");
    }
    if (sweep.seeds().length > 0) {
      names.add("seed");
    }
    names.addAll(List.of("learningRate", "verdict", "k"));
    names.addAll(sweep.spec().ground().parameters());
    names.addAll(List.of("loss", "minimum", "reached"));
    return String.join(",", names);
  }

  private static String row(Sweep sweep, int r, int s) {
    List<String> cells = new ArrayList<>();
    cells.add("" + (r * sweep.runs().get(r).size() + s + 1));
    if (sweep.starts().length > 0) {
      cells.add(SpecJson.shortest(sweep.starts()[s]));
    }
    if (sweep.seeds().length > 0) {
      cells.add("" + sweep.seeds()[s]);
    }
    double own = sweep.spec().learningRate();
    cells.add(SpecJson.shortest(sweep.rates().length > 0 ? sweep.rates()[r] : own));
    cells.addAll(ends(sweep.runs().get(r).get(s), sweep.spec().ground().parameters().size()));
    return String.join(",", cells);
  }

  /** Empty cells where there was nothing to walk down. */
  private static List<String> ends(@Nullable Outcome outcome, int parameters) {
    List<String> cells = new ArrayList<>();
    cells.add(outcome == null ? "" : outcome.verdict().key());
    cells.add(outcome == null ? "" : "" + outcome.k());
    for (int i = 0; i < parameters; i++) {
      cells.add(outcome == null ? "" : SpecJson.shortest(outcome.w()[i]));
    }
    cells.add(outcome == null ? "" : SpecJson.shortest(outcome.loss()));
    cells.add(whole(outcome == null ? null : outcome.minimum()));
    cells.add(whole(outcome == null ? null : outcome.reached()));
    return cells;
  }

  private static String whole(@Nullable Integer value) {
    return value == null ? "" : value.toString();
  }
}
