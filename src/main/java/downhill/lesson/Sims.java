package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.lesson.SimView.Form;
import downhill.lesson.SimView.Member;
import downhill.run.Catalogue;
import downhill.run.Completed;
import downhill.run.CurvePicture;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.Spec;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

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

  Sims(
      Runs runs,
      Landscapes landscapes,
      Phrases phrases,
      RunList runList,
      SimState simState,
      Rules rules) {
    this.runs = runs;
    this.landscapes = landscapes;
    this.phrases = phrases;
    this.runList = runList;
    this.simState = simState;
    this.rules = rules;
  }

  /**
   * A sim as its address asks for it.
   *
   * @param sim which
   * @param asked the query of the address
   */
  SimView view(Sim sim, Map<String, String> asked) {
    RunList.Read read = runList.read(asked, sim);
    List<Completed> completed = read.specs().stream().map(runs::complete).toList();
    Spec first = read.specs().get(0);
    CurvePicture picture = landscapes.curve(first.ground(), frame(first));
    List<List<Step>> steps = completed.stream().map(Completed::steps).toList();
    int longest = steps.stream().mapToInt(List::size).max().orElse(0);
    String query = runList.write(sim, read.specs());
    return new SimView(
        sim.name(),
        read.notices(),
        form(sim, first, query),
        completed.stream()
            .map(run -> RunView.of(run, CurveDrawing.of(picture, run.steps(), FINE)))
            .toList(),
        LossDrawing.of(steps),
        table(steps),
        longest > MOST_ROWS,
        phrases.start(steps.get(0).get(0)),
        query,
        rules.of(first, query),
        simState.json(sim, read.specs(), picture, steps),
        picture.domain().lo(),
        picture.domain().hi());
  }

  /** A landscape for a thumbnail, as coarse as it is small. */
  CurveDrawing thumbnail(Sim sim) {
    Spec spec = runList.usual(sim).get(0);
    return CurveDrawing.of(
        landscapes.curve(spec.ground(), frame(spec)), runs.complete(spec).steps(), 2 * FINE);
  }

  /** The ground's own domain, or as much more as it takes to see the start. */
  private static Interval frame(Spec spec) {
    Interval domain = spec.ground().domain().get(0);
    double start = spec.start()[0];
    double margin = 0.05 * domain.width();
    return domain.contains(start)
        ? domain
        : new Interval(
            Math.min(domain.lo(), start - margin), Math.max(domain.hi(), start + margin));
  }

  private static Form form(Sim sim, Spec spec, String query) {
    boolean ofGallery = spec.ground().source().kind().equals("curve");
    List<Member> hidden =
        Arrays.stream(query.split("&"))
            .map(member -> member.split("=", 2))
            .filter(member -> !sim.asksFor(member[0]))
            .map(
                member ->
                    new Member(member[0], URLDecoder.decode(member[1], StandardCharsets.UTF_8)))
            .toList();
    return new Form(
        Catalogue.curveNames(),
        ofGallery ? spec.ground().source().name() : "",
        Figures.field(spec.start()[0]),
        spec.steps(),
        Figures.field(spec.noise().deviation()),
        spec.noise().seed(),
        hidden);
  }

  private static List<List<String>> table(List<List<Step>> runs) {
    int rows = Math.min(MOST_ROWS, runs.stream().mapToInt(List::size).max().orElse(0));
    return IntStream.range(0, rows)
        .mapToObj(k -> runs.size() == 1 ? row(runs.get(0).get(k)) : losses(runs, k))
        .toList();
  }

  private static List<String> row(Step step) {
    return List.of(
        "" + step.k(),
        Figures.exact(step.w()[0]),
        Figures.exact(step.loss()),
        Figures.exact(step.gradient()[0]),
        Figures.rate(step.learningRate()));
  }

  private static List<String> losses(List<List<Step>> runs, int k) {
    Stream<String> each =
        runs.stream().map(run -> k < run.size() ? Figures.exact(run.get(k).loss()) : "");
    List<String> row = new ArrayList<>(List.of("" + k));
    each.forEach(row::add);
    return row;
  }
}
