package downhill.studio;

import downhill.data.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a program, or the lines of a network: the syntax tree. */
sealed interface Statement {

  /** Shows itself to a reader. */
  void accept(Reader reader);

  /** The name that it sets, if it sets one. */
  default @Nullable Word sets() {
    return null;
  }

  /** {@code NAME = EXPRESSION}. */
  record Let(Word name, Expression value) implements Statement {
    @Override
    public Word sets() {
      return name;
    }

    @Override
    public void accept(Reader reader) {
      reader.let(this);
    }
  }

  /** {@code NAME = load "DATASET"}. */
  record Load(Word name, Expression data) implements Statement {
    @Override
    public Word sets() {
      return name;
    }

    @Override
    public void accept(Reader reader) {
      reader.load(this);
    }
  }

  /**
   * {@code NAME = make_network … end}.
   *
   * @param name what it is called; null where that could not be read
   * @param layers its lines, without those that could not be read
   * @param end where it ends
   * @param whole whether all of it could be read
   */
  record Make(@Nullable Word name, List<LayerLine> layers, Place end, boolean whole)
      implements Statement {

    public Make {
      layers = List.copyOf(layers);
    }

    @Override
    public @Nullable Word sets() {
      return name;
    }

    @Override
    public void accept(Reader reader) {
      reader.make(this);
    }
  }

  /** {@code train_network NET, OPTION: VALUE, …}. */
  record Train(Place word, Word net, List<Option> options) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.train(this);
    }
  }

  /** {@code predict NET, FEATURE: VALUE, …}. */
  record Predict(Place word, Word net, List<Option> options) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.predict(this);
    }
  }

  /** {@code plot_training NET}. */
  record Plot(Word net) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.plot(this);
    }
  }

  /** {@code plot_boundary NET}. */
  record Boundary(Word net) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.boundary(this);
    }
  }

  /** {@code show NAME}. */
  record Show(Word name) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.show(this);
    }
  }

  /** {@code print EXPRESSION, …}. */
  record Print(Place word, List<Expression> parts) implements Statement {
    @Override
    public void accept(Reader reader) {
      reader.print(this);
    }
  }

  /** A line that could not be read, and the name that it would have set. */
  record Unread(@Nullable Word name) implements Statement {
    @Override
    public @Nullable Word sets() {
      return name;
    }

    @Override
    public void accept(Reader reader) {
      reader.unread(this);
    }
  }

  /** {@code NAME: VALUE}. */
  record Option(Word name, Expression value) {}

  /** A line of a network. */
  sealed interface LayerLine {

    /** Where it says what it is. */
    Place role();

    /** {@code layer input from DATA}. */
    record Input(Place role, Word from) implements LayerLine {}

    /** {@code layer hidden size N kind K}, or the same with {@code output}. */
    record Units(Place role, boolean output, Expression size, Place kindPlace, Activation kind)
        implements LayerLine {}
  }

  /** Reads statements, each by its own method. */
  interface Reader {
    void let(Let let);

    void load(Load load);

    void make(Make make);

    void train(Train train);

    void predict(Predict predict);

    void plot(Plot plot);

    void boundary(Boundary boundary);

    void show(Show show);

    void print(Print print);

    void unread(Unread unread);
  }
}
