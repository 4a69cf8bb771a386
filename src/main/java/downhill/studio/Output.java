package downhill.studio;

import downhill.data.Layer;
import downhill.data.Table;
import java.util.List;

/** Something that a program wants to be seen, in the order of its lines. */
public sealed interface Output {

  /** The line that asks for it, from 1. */
  int line();

  /**
   * A line of text.
   *
   * @param line the line that asks for it
   * @param text what is said
   */
  record Said(int line, String text) implements Output {}

  /**
   * A table with its first rows.
   *
   * @param line the line that asks for it
   * @param table the table
   */
  record ShowData(int line, Table table) implements Output {}

  /**
   * A network with its layers.
   *
   * @param line the line that asks for it
   * @param net its name in the program
   * @param table what goes in
   * @param layers its layers, the input not counted
   */
  record ShowNetwork(int line, String net, Table table, List<Layer> layers) implements Output {}

  /**
   * The loss of the training, round by round.
   *
   * @param line the line that asks for it
   */
  record Plot(int line) implements Output {}

  /**
   * The regions that the trained network draws, over two features.
   *
   * @param line the line that asks for it
   */
  record Boundary(int line) implements Output {}

  /**
   * What the network of the training says of one example.
   *
   * @param line the line that asks for it
   * @param table whose features they are
   * @param features the example, a number for each feature
   * @param trained whether it is asked for after the training, and not before
   */
  record Prediction(int line, Table table, double[] features, boolean trained) implements Output {

    /** Keeps a copy. */
    public Prediction {
      features = features.clone();
    }

    /** The example; a copy. */
    @Override
    public double[] features() {
      return features.clone();
    }
  }
}
