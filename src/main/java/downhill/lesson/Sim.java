package downhill.lesson;

import java.util.List;
import java.util.Optional;

/**
 * What the server has to know of a sim: the rest is the fragment and the script of its name.
 *
 * @param name as in its address
 * @param usual what is shown where a link says nothing: a short form, lists for several runs
 * @param most how many runs it can show at once
 */
record Sim(String name, String usual, int most) {

  /** All sims, in the order of the course. */
  static final List<Sim> ALL =
      List.of(
          new Sim("roll", "curve=bumpy&start=3&optimizer=sgd&learningRate=0.1", 1),
          new Sim(
              "three-rates",
              "curve=steep-valley&start=2.5&optimizer=sgd&learningRate=0.03,0.2,0.48",
              3));

  /** The one of a name. */
  static Optional<Sim> named(String name) {
    return ALL.stream().filter(sim -> sim.name.equals(name)).findFirst();
  }
}
