package downhill.studio;

import downhill.data.Layer;
import downhill.data.Table;
import java.util.List;

/** What a name can stand for. */
sealed interface Value {

  /** A number; finite. */
  record Amount(double number) implements Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A table that was loaded. */
  record Data(Table table) implements Value {}

  /** A network that was made; two that are made alike are still two. */
  final class Net implements Value {

    private final Table table;
    private final List<Layer> layers;

    Net(Table table, List<Layer> layers) {
      this.table = table;
      this.layers = List.copyOf(layers);
    }

    Table table() {
      return table;
    }

    List<Layer> layers() {
      return layers;
    }
  }

  /** What could not be told, because the line that sets it has a mistake. */
  record Lost() implements Value {}
}
