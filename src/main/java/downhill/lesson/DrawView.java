package downhill.lesson;

import java.util.List;

/**
 * Many runs from starts that were drawn, as a page shows them where no script plays them.
 *
 * @param restarts how many
 * @param drawing the landscape, without a ball
 * @param map where a ball ends from each start
 * @param marks the starts, each with the valley that its ball found
 * @param bars the valleys, each with how many balls came to rest in it
 * @param losses the best loss so far, by restart
 * @param table the restarts, a row each
 * @param ending what there is to say of all of them
 */
record DrawView(
    int restarts,
    CurveDrawing drawing,
    BasinMap map,
    List<Mark> marks,
    List<Bar> bars,
    LossDrawing losses,
    List<List<String>> table,
    String ending) {

  /** A start on the curve, and how its valley is told apart. */
  record Mark(Place place, String look) {}

  /**
   * A valley in the histogram; the last has the balls that came to rest in none.
   *
   * @param letter its name; empty for none
   * @param place where its bottom is; empty for none
   * @param look how it is told apart
   * @param count of the restarts
   * @param share of the restarts, 0 to 1
   * @param expected of the restarts, by the map
   */
  record Bar(String letter, String place, String look, int count, double share, double expected) {

    /** An attribute of an SVG. */
    public String across() {
      return Place.percent(share * 100);
    }

    /** Where the mark of what was to be expected is. */
    public String mark() {
      return Place.percent(expected * 100);
    }
  }
}
