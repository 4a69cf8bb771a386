package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.lesson.Phrases.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sim as the server renders it.
 *
 * @param name {@code roll} or {@code three-rates}
 * @param path its address
 * @param notices what of the address was not used, and what was used instead
 * @param form the fields that make the page anew
 * @param runs one for each ball
 * @param map the map that all runs share; null where each has a picture of its own
 * @param racers the rows of runs that share a map; else empty
 * @param joining the rule of the next run to join; empty where there is no room
 * @param losses the loss by step
 * @param table the steps, a row each, as far as a page shows them
 * @param more whether the table leaves steps out
 * @param said the first sentence
 * @param query the short form of what is shown
 * @param played the short form of what the engine plays for it
 * @param lines the first update written out; null where there are two parameters
 * @param rule what moves the ball, where it is not plain descent at a steady rate
 * @param basins where balls end from each start, asked for by sims that show it
 * @param data the data to fit; null where there is none
 * @param ground what may be chosen to walk down; null where the gallery's names are all there is
 * @param draw the runs from starts that were drawn; null of other sims
 * @param inside the first update with all that goes into it; null of other sims
 * @param state what the script begins with, as JSON
 * @param lo the least start in the picture
 * @param hi the greatest
 */
record SimView(
    String name,
    String path,
    List<String> notices,
    Form form,
    List<RunView> runs,
    @Nullable MapDrawing map,
    List<RacerView> racers,
    String joining,
    LossDrawing losses,
    List<List<String>> table,
    boolean more,
    List<Piece> said,
    String query,
    String played,
    @Nullable RuleLines lines,
    @Nullable RuleView rule,
    Supplier<List<BasinMap>> basins,
    @Nullable DataView data,
    @Nullable GroundView ground,
    @Nullable DrawView draw,
    @Nullable InsideView inside,
    String state,
    double lo,
    double hi) {

  /**
   * The fields of the form.
   *
   * @param ground what is walked down, as the short form says it
   * @param kind of what the gallery offers here: {@code curve} or {@code surface}
   * @param names the names of all of these
   * @param chosen the one shown; empty where it is not of the gallery
   * @param optimizer the rule's name
   * @param momentum the share of the velocity that it keeps; empty of a rule without
   * @param start the start, a number for each parameter
   * @param steps the most steps
   * @param noise the standard deviation of the noise
   * @param seed of the noise
   * @param tolerance the norm of the gradient below which a run has settled
   * @param hidden further members of the short form that are kept
   */
  record Form(
      String ground,
      String kind,
      List<String> names,
      String chosen,
      String optimizer,
      String momentum,
      List<String> start,
      int steps,
      String noise,
      long seed,
      String tolerance,
      List<Member> hidden) {

    /** What is shown, for the server to tell whether the start was meant for it. */
    public String was() {
      return ground + "@" + String.join(",", start);
    }

    /** The names of all rules. */
    public List<String> optimizers() {
      return Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList();
    }
  }

  /** A member of the short form. */
  record Member(String name, String value) {}

  /** The preset whose task is set on this ground from this start; null where none is. */
  public @Nullable Preset task() {
    String ground = form.kind() + "=" + form.chosen();
    return Preset.setting(name, ground, String.join(",", form.start())).orElse(null);
  }

  /** Runs worth a look. */
  public List<Preset> presets() {
    return Preset.of(name);
  }

  /** The short form of the run worth a look that has this name. */
  public String preset(String preset) {
    return Preset.named(name, preset).query();
  }

  /** Where the numbers are to be had as a table. */
  public String csv() {
    return draw == null
        ? "/api/runs.csv?" + played
        : "/api/sweep.csv?"
            + query.substring(0, query.lastIndexOf('&'))
            + "&starts="
            + String.join(
                ",", Figures.field(lo), Figures.field(hi), "" + draw.restarts(), "random");
  }

  /** The only run, or the first of them. */
  public RunView run() {
    return runs.get(0);
  }
}
