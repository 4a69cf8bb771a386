package downhill.run;

import downhill.descent.Gallery;
import downhill.descent.Interval;
import downhill.descent.Landscape;
import downhill.descent.Minima;
import downhill.descent.Minimum;
import downhill.descent.Objective;
import downhill.descent.Spline;
import downhill.formula.Formula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** Finds what a spec's {@code objective} stands for. */
@Component
final class Grounds {

  private static final Interval USUAL = new Interval(-5, 5);
  private static final double[] STARTS = {0.8, 0.2, 0.6, 0.4, 0.9, 0.1, 0.5};
  private static final MathContext READABLE = new MathContext(12);
  private static final double FARTHEST = 1e12;
  private static final int FEWEST_HEIGHTS = 8;
  private static final int MOST_HEIGHTS = 256;

  private final DataGrounds data;
  private final ProgramGrounds programs;
  private final Sentences sentences;
  private final Formulas formulas;
  private final Work work;
  private final Map<Searched, List<Minimum>> found = Collections.synchronizedMap(new Recent());

  Grounds(
      DataGrounds data,
      ProgramGrounds programs,
      Sentences sentences,
      Formulas formulas,
      Work work) {
    this.data = data;
    this.programs = programs;
    this.sentences = sentences;
    this.formulas = formulas;
    this.work = work;
  }

  /** A formula and where its minima were searched for. */
  private record Searched(String formula, List<Interval> domain) {}

  /** The searches of late: a class plays one formula many times over. */
  private static final class Recent extends LinkedHashMap<Searched, List<Minimum>> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 256;

    Recent() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Searched, List<Minimum>> eldest) {
      return size() > MOST;
    }
  }

  Ground read(JsonNode node, String path) {
    Members members = Members.of(node, path, sentences);
    List<Function<Members, Optional<Ground>>> ways =
        List.of(
            this::curve,
            this::surface,
            this::formula,
            this::heights,
            data::named,
            data::points,
            programs::read);
    List<Ground> found = new ArrayList<>();
    for (Function<Members, Optional<Ground>> way : ways) {
      way.apply(members).ifPresent(found::add);
    }
    members.refuseOthers();
    if (found.size() != 1) {
      throw sentences.invalid(path, "error.one-objective", path);
    }
    return found.get(0);
  }

  private Optional<Ground> curve(Members members) {
    return named(members, "curve", Gallery::curve, Gallery.curves());
  }

  private Optional<Ground> surface(Members members) {
    return named(members, "surface", Gallery::surface, Gallery.surfaces());
  }

  private Optional<Ground> named(
      Members members,
      String kind,
      Function<String, Optional<Landscape>> gallery,
      List<Landscape> all) {
    if (!members.has(kind)) {
      return Optional.empty();
    }
    String name = members.text(kind);
    Landscape landscape =
        gallery
            .apply(name)
            .orElseThrow(
                () ->
                    sentences.unknownName(
                        members.path(kind), name, all.stream().map(Landscape::name).toList()));
    return Optional.of(ground(kind, landscape));
  }

  private static Ground ground(String kind, Landscape landscape) {
    return new Ground(
        new Ground.Source(kind, landscape.name(), new double[0]),
        landscape.formula(),
        landscape.objective(),
        landscape.domain(),
        landscape.start(),
        landscape::minima);
  }

  private Optional<Ground> formula(Members members) {
    if (!members.has("formula")) {
      return Optional.empty();
    }
    Formula formula = formulas.read(members.text("formula"), members.path("formula"));
    List<Interval> domain = domain(members, formula.dimension());
    double[] start = start(formula, domain);
    Ground.Source source = new Ground.Source("formula", formula.text(), new double[0]);
    return Optional.of(
        new Ground(source, formula.text(), formula, domain, start, () -> minima(formula, domain)));
  }

  private List<Interval> domain(Members members, int dimension) {
    String path = members.path("domain");
    Optional<JsonNode> given = members.get("domain");
    if (given.isEmpty()) {
      return dimension == 1 ? List.of(USUAL) : List.of(USUAL, USUAL);
    }
    JsonNode node = given.get();
    if (dimension == 1) {
      return List.of(interval(members, node, path));
    }
    if (!node.isArray() || node.size() != 2) {
      throw sentences.invalid(path, "error.domain.pairs", path, SpecJson.shown(node));
    }
    return List.of(
        interval(members, node.get(0), path + "[0]"), interval(members, node.get(1), path + "[1]"));
  }

  private Interval interval(Members members, JsonNode node, String path) {
    double[] ends = members.numbers(node, path);
    if (ends.length != 2 || !(ends[0] < ends[1]) || !isNear(ends[0]) || !isNear(ends[1])) {
      throw sentences.invalid(path, "error.domain", path, SpecJson.shown(node));
    }
    return new Interval(ends[0], ends[1]);
  }

  /** Whether a picture may reach there; much further out its numbers would overflow. */
  static boolean isNear(double end) {
    return Math.abs(end) <= FARTHEST;
  }

  private Optional<Ground> heights(Members members) {
    if (!members.has("heights")) {
      return Optional.empty();
    }
    String path = members.path("heights");
    double[] heights = members.numbers(members.require("heights"), path);
    if (heights.length < FEWEST_HEIGHTS || heights.length > MOST_HEIGHTS) {
      throw sentences.invalid(
          path, "error.heights", path, FEWEST_HEIGHTS, MOST_HEIGHTS, heights.length);
    }
    members.require("domain");
    List<Interval> domain = domain(members, 1);
    Spline curve = new Spline(domain.get(0), heights);
    double[] start = start(curve, domain);
    Supplier<List<Minimum>> minima =
        SingletonSupplier.of(() -> work.during(() -> Minima.search(curve, domain)));
    Ground.Source source = new Ground.Source("heights", "", heights);
    return Optional.of(new Ground(source, "", curve, domain, start, minima));
  }

  /** The first of a few places in the domain from which one can walk; else the first of all. */
  private static double[] start(Objective objective, List<Interval> domain) {
    return Arrays.stream(STARTS)
        .mapToObj(share -> domain.stream().mapToDouble(side -> at(side, share)).toArray())
        .filter(start -> isWalkable(objective, start))
        .findFirst()
        .orElseGet(() -> domain.stream().mapToDouble(side -> at(side, STARTS[0])).toArray());
  }

  /** A number that one can read: what a sum of doubles adds at the end of it is left away. */
  private static double at(Interval side, double share) {
    return new BigDecimal(side.lo() + share * side.width()).round(READABLE).doubleValue();
  }

  /** Whether the loss and its slope are finite at a place. */
  static boolean isWalkable(Objective objective, double[] place) {
    double[] slope = new double[place.length];
    return Double.isFinite(objective.gradient(place, slope))
        && Arrays.stream(slope).allMatch(Double::isFinite);
  }

  /** Searching is the dear part of a picture and of a verdict: done once, and only if needed. */
  private List<Minimum> minima(Formula formula, List<Interval> domain) {
    Searched searched = new Searched(formula.text(), domain);
    List<Minimum> known = found.get(searched);
    if (known == null) {
      known = work.during(() -> Minima.search(formula, domain));
      found.put(searched, known);
    }
    return known;
  }
}
