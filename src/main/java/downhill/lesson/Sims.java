package downhill.lesson;

import downhill.descent.Step;
import downhill.lesson.Sign.Signed;
import downhill.lesson.SimView.Form;
import downhill.lesson.SimView.Member;
import downhill.run.Catalogue;
import downhill.run.Completed;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import downhill.run.Tuner;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes a sim from the query of an address: whatever the query says, there is a sim to see. */
@Component
class Sims {

  private static final int MOST_ROWS = 200;

  /** Every second point of a landscape draws a smooth curve at a sim's size. */
  private static final int FINE = 2;

  private final Runs runs;
  private final Landscapes landscapes;
  private final Phrases phrases;
  private final RunList runList;
  private final SimState simState;
  private final Rules rules;
  private final Tuner tuner;
  private final Basins basins;
  private final Sign sign;
  private final Draws draws;

  Sims(
      Runs runs,
      Landscapes landscapes,
      Phrases phrases,
      RunList runList,
      SimState simState,
      Rules rules,
      Tuner tuner,
      Basins basins,
      Sign sign,
      Draws draws) {
    this.runs = runs;
    this.landscapes = landscapes;
    this.phrases = phrases;
    this.runList = runList;
    this.simState = simState;
    this.rules = rules;
    this.tuner = tuner;
    this.basins = basins;
    this.sign = sign;
    this.draws = draws;
  }

  /**
   * A sim as its address asks for it.
   *
   * @param sim which
   * @param asked the query of the address
   */
  SimView view(Sim sim, Map<String, String> asked) {
    List<String> notices = new ArrayList<>();
    RunList.Read read =
        runList.read(
            OwnGround.arranged(OwnPoints.arranged(LineUp.arranged(heeded(sim, asked, notices)))),
            sim);
    notices.addAll(read.notices());
    boolean tunes = asked.containsKey("tune");
    if (tunes) {
      notices.add(tuning(sim));
    }
    List<Spec> specs = tunes ? read.specs().stream().map(tuner::best).toList() : read.specs();
    List<Signed> signed = specs.stream().map(spec -> play(sim, asked, spec)).toList();
    signed.stream().map(Signed::notice).filter(each -> !each.isEmpty()).forEach(notices::add);
    return view(sim, specs, signed, asked, notices);
  }

  private SimView view(
      Sim sim,
      List<Spec> specs,
      List<Signed> signed,
      Map<String, String> asked,
      List<String> notices) {
    boolean uphill = signed.get(0).uphill();
    List<Completed> completed = signed.stream().map(Signed::shown).toList();
    List<List<Step>> played = signed.stream().map(each -> each.played().steps()).toList();
    Spec first = specs.get(0);
    Scene scene = Scene.of(first, landscapes);
    List<List<Step>> steps = completed.stream().map(Completed::steps).toList();
    int longest = steps.stream().mapToInt(List::size).max().orElse(0);
    DrawView draw = draw(sim, first, scene, asked, notices);
    String query = query(sim, specs, uphill, draw);
    MapDrawing map = scene.map(steps, FINE);
    return new SimView(
        sim.name(),
        sim.path(),
        notices,
        form(sim, first, query),
        completed.stream().map(run -> shown(sim, run, scene)).toList(),
        map,
        map != null || sim.listsRules() ? RacerView.all(completed, sim, phrases) : List.of(),
        specs.size() < sim.most() ? LineUp.next(specs.stream().map(Spec::optimizer).toList()) : "",
        draw == null ? LossDrawing.of(steps) : draw.losses(),
        draw == null ? table(steps) : draw.table(),
        draw == null && longest > MOST_ROWS,
        phrases.start(steps.get(0).get(0)),
        query,
        uphill ? signed.get(0).query() : query,
        map == null ? RuleLines.of(first, steps.get(0), played.get(0), uphill) : null,
        rules.of(first, query),
        SingletonSupplier.of(
            () -> scene.curve() == null ? List.of() : basins.of(first, scene.curve())),
        DataView.of(completed, phrases),
        sim.takesAnyGround() ? GroundView.of(first) : null,
        draw,
        sim.looksInside() && scene.surface() != null
            ? InsideView.of(first, steps.get(0), scene.surface())
            : null,
        simState.json(sim, specs, scene, played, uphill),
        scene.domain().lo(),
        scene.domain().hi());
  }

  private String query(Sim sim, List<Spec> specs, boolean uphill, @Nullable DrawView draw) {
    return runList.write(sim, specs)
        + (uphill ? "&" + Sign.MEMBER + "=plus" : "")
        + (draw == null ? "" : "&" + Sim.RESTARTS + "=" + draw.restarts());
  }

  private RunView shown(Sim sim, Completed run, Scene scene) {
    return RunView.of(
        run,
        scene.drawing(sim, run.steps(), FINE),
        ScheduleView.of(run, phrases),
        runList.write(sim, List.of(run.spec())));
  }

  private Signed play(Sim sim, Map<String, String> asked, Spec spec) {
    Signed signed = Sign.isPlus(sim, asked) ? sign.plus(spec) : sign.minus(spec, "");
    return sim.foggy() ? signed.begun() : signed;
  }

  /** What is asked for, without noise where a sim does not heed it. */
  private Map<String, String> heeded(Sim sim, Map<String, String> asked, List<String> notices) {
    if (sim.heedsNoise() || !asked.containsKey("noise")) {
      return asked;
    }
    Map<String, String> heeded = new LinkedHashMap<>(asked);
    if (!"0".equals(heeded.remove("noise"))) {
      notices.add(phrases.page("sim." + sim.name() + ".notice.noise"));
    }
    return heeded;
  }

  private @Nullable DrawView draw(
      Sim sim, Spec spec, Scene scene, Map<String, String> asked, List<String> notices) {
    return sim.draws() && scene.curve() != null
        ? draws.of(spec, scene.curve(), draws.restarts(asked.get(Sim.RESTARTS), notices), FINE)
        : null;
  }

  private String tuning(Sim sim) {
    return phrases.page(
        sim.looksInside() ? "sim.inside.tuned" : "sim.race.tuned",
        Tuner.TRIED,
        Figures.rate(Tuner.LEAST),
        Figures.rate(Tuner.GREATEST));
  }

  /** A sim's first picture for a thumbnail, as coarse as it is small. */
  Thumbnail thumbnail(Sim sim) {
    List<List<Step>> steps =
        runList.usual(sim).stream().map(spec -> runs.complete(spec).steps()).toList();
    Scene scene = Scene.of(runList.usual(sim).get(0), landscapes);
    return Thumbnail.of(sim, scene, steps, 2 * FINE);
  }

  private static Form form(Sim sim, Spec spec, String query) {
    String kind = spec.start().length == 1 ? "curve" : "surface";
    List<Member> members =
        Arrays.stream(query.split("&"))
            .map(member -> member.split("=", 2))
            .map(
                member ->
                    new Member(member[0], URLDecoder.decode(member[1], StandardCharsets.UTF_8)))
            .toList();
    List<Member> hidden =
        members.stream()
            .filter(member -> !sim.asksFor(member.name()))
            .filter(member -> !(sim.listsRules() && isRuleSetting(member.name())))
            .toList();
    String ground =
        members.stream()
            .filter(member -> member.name().equals(spec.ground().source().kind()))
            .map(Member::value)
            .findFirst()
            .orElse("");
    return new Form(
        ground,
        kind,
        kind.equals("surface") ? Catalogue.surfaceNames() : Catalogue.curveNames(),
        spec.ground().source().kind().equals(kind) ? spec.ground().source().name() : "",
        spec.optimizer().key(),
        Optional.ofNullable(spec.settings().get("momentum")).map(Figures::field).orElse(""),
        sim.draws() ? List.of() : Arrays.stream(spec.start()).mapToObj(Figures::field).toList(),
        spec.steps(),
        Figures.field(spec.noise().deviation()),
        spec.noise().seed(),
        Figures.field(spec.tolerance()),
        hidden);
  }

  private static boolean isRuleSetting(String member) {
    return ShortForm.movesTheBall(member) && !member.equals("batch");
  }

  private static List<List<String>> table(List<List<Step>> runs) {
    int rows = Math.min(MOST_ROWS, runs.stream().mapToInt(List::size).max().orElse(0));
    return IntStream.range(0, rows)
        .mapToObj(k -> runs.size() == 1 ? row(runs.get(0).get(k)) : losses(runs, k))
        .toList();
  }

  /**
   * Of two parameters both, and how steep it is; the script's {@code step-table.js} has the same.
   */
  private static List<String> row(Step step) {
    double slope = step.w().length == 1 ? step.gradient()[0] : step.gradientNorm();
    List<String> row = new ArrayList<>(List.of("" + step.k()));
    DoubleStream.concat(Arrays.stream(step.w()), DoubleStream.of(step.loss(), slope))
        .mapToObj(Figures::exact)
        .forEach(row::add);
    row.add(Figures.rate(step.learningRate()));
    return row;
  }

  private static List<String> losses(List<List<Step>> runs, int k) {
    Stream<String> each =
        runs.stream().map(run -> k < run.size() ? Figures.exact(run.get(k).loss()) : "");
    List<String> row = new ArrayList<>(List.of("" + k));
    each.forEach(row::add);
    return row;
  }
}
