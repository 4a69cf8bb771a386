package downhill.lesson;

import java.util.List;

/**
 * Where a ball ends from each start in a picture, by one rule.
 *
 * @param rule what moves it, by its name
 * @param stretches the starts from left to right, as far as neighbours end alike
 * @param valleys the valleys in the picture, from left to right
 * @param words what there is to say of it
 */
record BasinMap(String rule, List<Stretch> stretches, List<Valley> valleys, List<String> words) {

  /**
   * Starts that end alike.
   *
   * @param from the least
   * @param to the greatest
   * @param left where it begins, in per cent of the picture's width
   * @param width its width, likewise
   * @param valley the valley's number from the left; −1 where a ball ends in none
   * @param rests whether a ball comes to rest there
   * @param look how the valley is told apart
   */
  record Stretch(
      double from, double to, double left, double width, int valley, boolean rests, String look) {

    /** An attribute of an SVG. */
    public String x() {
      return Place.percent(left);
    }

    /** An attribute of an SVG. */
    public String across() {
      return Place.percent(width);
    }

    /** Where the middle is. */
    public String middle() {
      return Place.percent(left + width / 2);
    }

    /** Whether there is room for a letter. */
    public boolean roomy() {
      return valley >= 0 && width > 3;
    }

    /** The valley's letter. */
    public String letter() {
      return BasinMap.letter(valley);
    }
  }

  /**
   * A valley.
   *
   * @param letter its name
   * @param place where its bottom is
   * @param lowest whether none is lower
   * @param look how it is told apart
   * @param share of the starts, of those that come to rest in it
   */
  record Valley(String letter, String place, boolean lowest, String look, String share) {}

  /** The share of the starts, 0 to 1, from which a ball comes to rest in a valley. */
  double shareOf(int valley) {
    return stretches.stream()
        .filter(each -> each.rests() && each.valley() == valley)
        .mapToDouble(each -> each.width() / 100)
        .sum();
  }

  /** The same of the lowest valley, or of all that are as low. */
  double lowest() {
    return stretches.stream()
        .filter(each -> each.rests() && each.look().equals("lowest"))
        .mapToDouble(each -> each.width() / 100)
        .sum();
  }

  /** The name of the n-th valley from the left. */
  static String letter(int n) {
    return String.valueOf((char) ('A' + Math.floorMod(n, 26)));
  }
}
