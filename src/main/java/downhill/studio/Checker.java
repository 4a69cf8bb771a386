package downhill.studio;

import downhill.data.Table;
import downhill.data.Tables;
import downhill.studio.Statement.Boundary;
import downhill.studio.Statement.Let;
import downhill.studio.Statement.Load;
import downhill.studio.Statement.Make;
import downhill.studio.Statement.Plot;
import downhill.studio.Statement.Predict;
import downhill.studio.Statement.Print;
import downhill.studio.Statement.Show;
import downhill.studio.Statement.Train;
import downhill.studio.Statement.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows a program's statements in their order and works out what they come to. A statement that
 * cannot be followed is noted; what hangs on it is not noted again.
 */
final class Checker implements Statement.Reader {

  /** More than a page can show. */
  static final int MOST_OUTPUTS = 100;

  private final Bounds bounds;
  private final Mistakes mistakes;
  private final Names names = new Names();
  private final OneTraining trained;
  private final List<Output> outputs = new ArrayList<>();

  Checker(Bounds bounds, Mistakes mistakes) {
    this.bounds = bounds;
    this.mistakes = mistakes;
    this.trained = new OneTraining(mistakes);
  }

  @Nullable Training training() {
    return trained.training();
  }

  List<Output> outputs() {
    return outputs;
  }

  void check(List<Statement> statements) {
    statements.forEach(names::expect);
    statements.forEach(trained::expect);
    for (Statement statement : statements) {
      if (mistakes.isFull()) {
        return;
      }
      attempt(() -> statement.accept(this));
    }
    trained.finish();
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (Mistaken e) {
      mistakes.add(e);
    }
  }

  /** Sets a name to what comes of a definition, or notes that nothing did. */
  private void define(Word name, Supplier<Value> definition) {
    try {
      names.set(name, definition.get());
    } catch (Mistaken e) {
      if (!names.knows(name.text())) {
        names.set(name, new Value.Lost());
      }
      throw e;
    }
  }

  @Override
  public void let(Let let) {
    define(
        let.name(),
        () -> {
          Value value = let.value().value(names);
          if (value instanceof Value.Net) {
            throw let.value().place().mistake(Problem.NOT_A_NUMBER);
          }
          return value;
        });
  }

  @Override
  public void load(Load load) {
    define(load.name(), () -> new Value.Data(table(load.data())));
  }

  private Table table(Expression data) {
    String name = new Texts(names).read(data, Tables.names());
    return Tables.named(name)
        .orElseThrow(
            () ->
                data.place()
                    .meant(
                        Texts.near(name, Tables.names()),
                        Problem.UNKNOWN_DATA,
                        String.join(", ", Tables.names())));
  }

  @Override
  public void make(Make make) {
    @Nullable Word name = make.name();
    NetworkChecker checker = new NetworkChecker(bounds, names, this::attempt);
    if (name == null) {
      checker.check(make);
    } else {
      define(name, () -> checker.check(make));
    }
  }

  @Override
  public void train(Train train) {
    trained.begin(train);
    Value.@Nullable Net net = null;
    try {
      net = names.network(train.net());
    } catch (Mistaken e) {
      if (e.mistake() != null) {
        throw e;
      }
    }
    trained.set(net, new TrainChecker(bounds, names, train).check(net));
  }

  @Override
  public void predict(Predict predict) {
    Value.Net net = names.network(predict.net());
    double[] features = new PredictChecker(names, predict, net.table()).features();
    boolean after = trained.isBegun();
    trained.mustBe(predict.net(), net);
    show(
        predict.word(), new Output.Prediction(predict.word().line(), net.table(), features, after));
  }

  @Override
  public void plot(Plot plot) {
    Value.Net net = names.network(plot.net());
    trained.mustBeNow(plot.net(), net);
    show(plot.net().place(), new Output.Plot(plot.net().line()));
  }

  @Override
  public void boundary(Boundary boundary) {
    Word name = boundary.net();
    Value.Net net = names.network(name);
    Table table = net.table();
    if (table.width() != 2) {
      throw name.place().mistake(Problem.NOT_TWO_FEATURES, table.name(), table.width());
    }
    if (!table.sorts()) {
      throw name.place().mistake(Problem.NO_KINDS, table.name());
    }
    trained.mustBeNow(name, net);
    show(name.place(), new Output.Boundary(name.line()));
  }

  @Override
  public void show(Show show) {
    Word name = show.name();
    Value value = names.get(name);
    if (value instanceof Value.Data data) {
      show(name.place(), new Output.ShowData(name.line(), data.table()));
    } else if (value instanceof Value.Net net) {
      show(
          name.place(),
          new Output.ShowNetwork(name.line(), name.text(), net.table(), net.layers()));
    } else {
      throw name.place().mistake(Problem.NOT_TO_SHOW);
    }
  }

  @Override
  public void print(Print print) {
    String text =
        print.parts().stream()
            .map(part -> Expression.said(part.place(), part.value(names)))
            .collect(Collectors.joining(" "));
    if (text.length() > Expression.LONGEST_TEXT) {
      throw print.word().mistake(Problem.LONG_TEXT, Expression.LONGEST_TEXT);
    }
    show(print.word(), new Output.Said(print.word().line(), text));
  }

  @Override
  public void unread(Unread unread) {
    @Nullable Word name = unread.name();
    if (name == null) {
      trained.doubt();
    } else if (!names.knows(name.text())) {
      names.set(name, new Value.Lost());
    }
  }

  private void show(Place place, Output output) {
    if (outputs.size() == MOST_OUTPUTS) {
      throw place.mistake(Problem.TOO_MUCH_TO_SHOW, MOST_OUTPUTS);
    }
    outputs.add(output);
  }
}
