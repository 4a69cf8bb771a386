package downhill.studio;

import downhill.data.Activation;
import downhill.data.Layer;
import downhill.data.Table;
import downhill.studio.Statement.LayerLine;
import downhill.studio.Statement.LayerLine.Input;
import downhill.studio.Statement.LayerLine.Units;
import downhill.studio.Statement.Make;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a network from its lines, each of which is checked, whatever is wrong with the others. */
final class NetworkChecker {

  private final Bounds bounds;
  private final Names names;
  private final Consumer<Runnable> attempt;
  private final List<Layer> layers = new ArrayList<>();
  private @Nullable Table table;
  private boolean whole;
  private boolean hasInput;
  private boolean hasOutput;
  private int width;
  private int units;
  private long parameters;

  /**
   * Prepares for one network.
   *
   * @param attempt does a task, and notes its mistake where it has one
   */
  NetworkChecker(Bounds bounds, Names names, Consumer<Runnable> attempt) {
    this.bounds = bounds;
    this.names = names;
    this.attempt = attempt;
  }

  /**
   * The network.
   *
   * @throws Mistaken where there is none, because of its end or of a line that is noted
   */
  Value.Net check(Make make) {
    whole = make.whole();
    boolean read = whole;
    for (LayerLine line : make.layers()) {
      attempt.accept(() -> layer(line, read));
    }
    if (read && !hasOutput) {
      throw make.end().mistake(make.layers().isEmpty() ? Problem.EMPTY_NETWORK : Problem.NO_OUTPUT);
    }
    Table from = table;
    if (!whole || from == null) {
      throw Mistaken.elsewhere();
    }
    return new Value.Net(from, layers);
  }

  private void layer(LayerLine line, boolean read) {
    boolean before = whole;
    whole = false;
    if (line instanceof Input input) {
      input(input);
    } else if (line instanceof Units layer) {
      boolean late = hasOutput;
      hasOutput |= layer.output();
      refuseDisorder(layer.role(), read, late);
      units(layer);
    }
    whole = before;
  }

  private void input(Input input) {
    if (hasInput) {
      throw input.role().mistake(Problem.SECOND_INPUT);
    }
    hasInput = true;
    table = names.table(input.from());
    width = table.width();
  }

  private void refuseDisorder(Place role, boolean read, boolean late) {
    boolean first = !hasInput && units == 0;
    units++;
    if (read && first) {
      throw role.mistake(Problem.INPUT_FIRST);
    }
    if (late) {
      throw role.mistake(Problem.AFTER_OUTPUT);
    }
    if (units > bounds.layers()) {
      throw units == bounds.layers() + 1
          ? role.mistake(Problem.TOO_MANY_LAYERS, bounds.layers())
          : Mistaken.elsewhere();
    }
  }

  private void units(Units line) {
    refuseSoftmax(line);
    int size = (int) new Amounts(names).whole(line.size(), "size", 1, bounds.units());
    if (line.output()) {
      refuseOutput(line, size);
    }
    if (width > 0) {
      Layer layer = new Layer(width, size, line.kind());
      parameters += layer.parameters();
      refuseParameters(line, layer.parameters());
      layers.add(layer);
      width = size;
    }
  }

  private void refuseSoftmax(Units line) {
    if (line.kind() != Activation.SOFTMAX) {
      return;
    }
    if (!line.output()) {
      throw line.kindPlace().mistake(Problem.HIDDEN_SOFTMAX);
    }
    Table of = table;
    if (of != null && !of.sorts()) {
      throw line.kindPlace().mistake(Problem.SOFTMAX_FOR_NUMBER, of.name(), of.target());
    }
  }

  private void refuseOutput(Units line, int size) {
    Table of = table;
    if (of == null) {
      return;
    }
    int kinds = of.kinds().size();
    if (kinds == 0 && size != 1) {
      throw line.size().place().mistake(Problem.OUTPUT_FOR_NUMBER, of.name(), of.target());
    }
    if (kinds > 0 && size == 1 && line.kind() == Activation.SOFTMAX) {
      throw line.size().place().mistake(Problem.SOFTMAX_OF_ONE, of.name(), kinds);
    }
    boolean yesOrNo = kinds == 2 && size == 1 && line.kind() == Activation.SIGMOID;
    if (kinds > 0 && size != kinds && !yesOrNo) {
      throw line.size()
          .place()
          .meant(Integer.toString(kinds), Problem.OUTPUT_FOR_KINDS, of.name(), kinds);
    }
  }

  private void refuseParameters(Units line, int layer) {
    boolean told = parameters - layer > bounds.parameters();
    if (told) {
      throw Mistaken.elsewhere();
    }
    if (parameters > bounds.parameters()) {
      throw line.size()
          .place()
          .mistake(Problem.TOO_MANY_PARAMETERS, bounds.parameters(), parameters);
    }
  }
}
