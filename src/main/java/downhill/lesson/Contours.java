package downhill.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The lines around all ground of a grid that is above a level, by marching squares (Lorensen and
 * Cline, Marching cubes, 1987, in two dimensions). Beyond its edge the ground is below every level,
 * so that each line is closed; a line has the high ground on its left.
 */
final class Contours {

  /** The four edges of a cell. */
  private enum Edge {
    BOTTOM,
    RIGHT,
    TOP,
    LEFT
  }

  /**
   * From which edge to which the line goes, by the corners that are above: 1 bottom left, 2 bottom
   * right, 4 top right, 8 top left.
   */
  private static final Edge[][] WAYS = {
    {},
    {Edge.BOTTOM, Edge.LEFT},
    {Edge.RIGHT, Edge.BOTTOM},
    {Edge.RIGHT, Edge.LEFT},
    {Edge.TOP, Edge.RIGHT},
    {Edge.BOTTOM, Edge.LEFT, Edge.TOP, Edge.RIGHT},
    {Edge.TOP, Edge.BOTTOM},
    {Edge.TOP, Edge.LEFT},
    {Edge.LEFT, Edge.TOP},
    {Edge.BOTTOM, Edge.TOP},
    {Edge.RIGHT, Edge.BOTTOM, Edge.LEFT, Edge.TOP},
    {Edge.RIGHT, Edge.TOP},
    {Edge.LEFT, Edge.RIGHT},
    {Edge.BOTTOM, Edge.RIGHT},
    {Edge.LEFT, Edge.BOTTOM},
    {}
  };

  private final double[][] heights;
  private final double level;
  private final int across;

  private Contours(double[][] heights, double level) {
    this.heights = heights;
    this.level = level;
    this.across = heights[0].length;
  }

  /**
   * Finds the lines.
   *
   * @param heights a row for each y; none may be NaN
   * @param level the level
   * @return closed lines of places in the grid's own units, {@code x} first
   */
  static List<List<double[]>> at(double[][] heights, double level) {
    return new Contours(heights, level).lines();
  }

  private List<List<double[]>> lines() {
    Map<Integer, Integer> ways = new HashMap<>();
    for (int j = -1; j < heights.length; j++) {
      for (int i = -1; i < across; i++) {
        Edge[] way = WAYS[corners(i, j)];
        for (int each = 0; each < way.length; each += 2) {
          ways.put(edge(i, j, way[each]), edge(i, j, way[each + 1]));
        }
      }
    }
    return chained(ways, this::crossing);
  }

  private static List<List<double[]>> chained(
      Map<Integer, Integer> ways, IntFunction<double[]> crossing) {
    List<List<double[]>> lines = new ArrayList<>();
    Set<Integer> walked = new HashSet<>();
    for (Integer start : ways.keySet()) {
      List<double[]> line = new ArrayList<>();
      for (Integer edge = start; edge != null && walked.add(edge); edge = ways.get(edge)) {
        line.add(crossing.apply(edge));
      }
      if (line.size() > 2) {
        lines.add(line);
      }
    }
    return lines;
  }

  private int corners(int i, int j) {
    return bit(i, j, 1) + bit(i + 1, j, 2) + bit(i + 1, j + 1, 4) + bit(i, j + 1, 8);
  }

  private int bit(int i, int j, int value) {
    return height(i, j) >= level ? value : 0;
  }

  private double height(int i, int j) {
    return i < 0 || j < 0 || i >= across || j >= heights.length
        ? Double.NEGATIVE_INFINITY
        : heights[j][i];
  }

  /** The number of an edge, the same for both cells that share it; the lowest bit: it stands up. */
  private int edge(int i, int j, Edge edge) {
    int right = edge == Edge.RIGHT ? i + 1 : i;
    int up = edge == Edge.TOP ? j + 1 : j;
    boolean stands = edge == Edge.LEFT || edge == Edge.RIGHT;
    return 2 * ((up + 1) * (across + 2) + right + 1) + (stands ? 1 : 0);
  }

  private double[] crossing(int edge) {
    int cell = edge / 2;
    int i = cell % (across + 2) - 1;
    int j = cell / (across + 2) - 1;
    boolean stands = edge % 2 == 1;
    double here = height(i, j);
    double there = stands ? height(i, j + 1) : height(i + 1, j);
    double share =
        Double.isInfinite(here)
            ? 1
            : Double.isInfinite(there) ? 0 : (level - here) / (there - here);
    return stands ? new double[] {i, j + share} : new double[] {i + share, j};
  }
}
