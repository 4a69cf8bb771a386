package downhill.run;

import downhill.data.DataSet;
import downhill.data.DataSets;
import downhill.data.Fit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds what a spec's objective stands for where it is over data: ours, or a reader's points. */
@Component
final class DataGrounds {

  private static final String LINE = "line";

  private final Sentences sentences;
  private final Limits limits;

  DataGrounds(Sentences sentences, Limits limits) {
    this.sentences = sentences;
    this.limits = limits;
  }

  Optional<Ground> named(Members members) {
    if (!members.has("data")) {
      return Optional.empty();
    }
    String name = members.text("data");
    DataSet data =
        DataSets.named(name)
            .orElseThrow(
                () ->
                    sentences.unknownName(
                        members.path("data"),
                        name,
                        DataSets.all().stream().map(DataSet::name).toList()));
    return Optional.of(ground(members, "data", data));
  }

  Optional<Ground> points(Members members) {
    if (!members.has("points")) {
      return Optional.empty();
    }
    JsonNode list = members.require("points");
    String path = members.path("points");
    if (!list.isArray()) {
      throw sentences.invalid(path, "error.points.list", path, SpecJson.shown(list));
    }
    if (list.size() < DataSet.FEWEST || list.size() > limits.points()) {
      throw sentences.invalid(
          path, "error.points", path, DataSet.FEWEST, limits.points(), list.size());
    }
    double[] x = new double[list.size()];
    double[] y = new double[list.size()];
    for (int i = 0; i < x.length; i++) {
      double[] point = point(list.get(i), path + "[" + i + "]");
      x[i] = point[0];
      y[i] = point[1];
    }
    return Optional.of(ground(members, "points", new DataSet("", x, y)));
  }

  private double[] point(JsonNode node, String path) {
    boolean isPair = node.isArray() && node.size() == 2;
    double x = isPair ? SpecJson.number(node.get(0)) : Double.NaN;
    double y = isPair ? SpecJson.number(node.get(1)) : Double.NaN;
    if (!DataSet.isFit(x) || !DataSet.isFit(y)) {
      throw sentences.invalid(path, "error.point", path, SpecJson.shown(node));
    }
    return new double[] {x, y};
  }

  private Ground ground(Members members, String kind, DataSet data) {
    refuseOtherModels(members);
    boolean scaled = members.flag("scale", false);
    if (scaled && data.isOneColumn()) {
      String path = members.path("scale");
      throw sentences.invalid(path, "error.scale", path, Sentences.number(data.x()[0]));
    }
    Fit fit = new Fit(data, scaled);
    return new Ground(
        new Ground.Source(kind, data.name(), new double[0]),
        "",
        fit.line(),
        fit.domain(),
        fit.start(),
        fit::minima,
        fit,
        null);
  }

  private void refuseOtherModels(Members members) {
    if (members.has("model") && !members.text("model").equals(LINE)) {
      String path = members.path("model");
      throw sentences.invalid(path, "error.model", path, SpecJson.cut(members.text("model")));
    }
  }
}
