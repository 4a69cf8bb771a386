package downhill.lesson;

import java.util.List;

/**
 * The Studio in small: a program and how its training went.
 *
 * @param program its lines
 * @param way the loss by round, as points in thousandths of the width and the height
 */
record StudioCard(List<String> program, String way) {

  /** Where it ends: how far across and how far down, in thousandths. */
  public List<Double> end() {
    String last = way.substring(way.lastIndexOf(' ') + 1);
    return List.of(last.split(",")).stream().map(Double::valueOf).toList();
  }
}
