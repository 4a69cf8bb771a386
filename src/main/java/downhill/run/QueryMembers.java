package downhill.run;

import downhill.data.DataSet;
import downhill.data.Fit;
import downhill.descent.Batches;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a spec as a query's members, without what would be filled in all the same. */
final class QueryMembers {

  private QueryMembers() {}

  static Map<String, String> of(Spec spec) {
    Ground ground = spec.ground();
    if (ground.trained() != null) {
      return ofProgram(spec);
    }
    Map<String, String> members = new LinkedHashMap<>();
    Fit fit = ground.fit();
    String kind = ground.source().kind();
    members.put(
        kind,
        switch (kind) {
          case "points" -> points(Objects.requireNonNull(fit).data());
          case "heights" -> listed(ground.source().heights());
          default -> ground.source().name();
        });
    if (fit != null && fit.scaling() != null) {
      members.put("scale", "true");
    }
    if (kind.equals("formula") || kind.equals("heights")) {
      members.put(
          "domain",
          ground.domain().stream()
              .map(side -> plain(side.lo()) + "," + plain(side.hi()))
              .collect(Collectors.joining(",")));
    }
    members.put("start", listed(spec.start()));
    ofRule(members, spec);
    if (!spec.batches().equals(Batches.ALL)) {
      members.put("batch", String.valueOf(spec.batches().size()));
    }
    putUnless(0, members, "noise", spec.noise().deviation());
    putUnless(1, members, "seed", spec.noise().seed());
    putUnless(SpecReader.USUAL_STEPS, members, "steps", spec.steps());
    putUnless(SpecReader.USUAL_TOLERANCE, members, "tolerance", spec.tolerance());
    return members;
  }

  private static void ofRule(Map<String, String> members, Spec spec) {
    members.put("optimizer", spec.optimizer().key());
    members.put("learningRate", plain(spec.learningRate()));
    settings(members, "", spec.optimizer().settings(), spec.settings());
    if (spec.schedule() != ScheduleKind.CONSTANT) {
      members.put("schedule", spec.schedule().key());
      settings(members, "schedule.", spec.schedule().settings(), spec.scheduleSettings());
    }
  }

  /** A program says all but what is added to it. */
  private static Map<String, String> ofProgram(Spec spec) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("program", spec.ground().source().name());
    putUnless(0, members, "noise", spec.noise().deviation());
    putUnless(SpecReader.USUAL_TOLERANCE, members, "tolerance", spec.tolerance());
    return members;
  }

  private static void settings(
      Map<String, String> members,
      String prefix,
      List<Setting> settings,
      Map<String, Double> values) {
    for (Setting setting : settings) {
      double value = Optional.ofNullable(values.get(setting.name())).orElseThrow();
      putUnless(setting.defaultValue(), members, prefix + setting.name(), value);
    }
  }

  private static void putUnless(
      double usual, Map<String, String> members, String name, double value) {
    if (value != usual) {
      members.put(name, plain(value));
    }
  }

  private static String listed(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(QueryMembers::plain).collect(Collectors.joining(","));
  }

  private static String points(DataSet data) {
    double[] x = data.x();
    double[] y = data.y();
    return IntStream.range(0, x.length)
        .mapToObj(i -> plain(x[i]) + "," + plain(y[i]))
        .collect(Collectors.joining(";"));
  }

  /** A number that reads back as the same double, without a needless {@code .0}. */
  private static String plain(double x) {
    return SpecJson.shortest(x).replaceFirst("\\.0$", "").replace(".0E", "E");
  }

  /** A value as it stands in an address; commas, semicolons and spaces stay readable. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("%2C", ",")
        .replace("%3B", ";")
        .replace("+", "%20");
  }
}
