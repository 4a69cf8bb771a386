package downhill.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The optimizers there are: each one's name, its settings, and how to make one of them. */
public enum OptimizerKind {
  /** Plain gradient descent. */
  SGD("sgd", s -> new Sgd()),
  /** The heavy ball. */
  MOMENTUM("momentum", s -> new Momentum(s[0]), Settings.MOMENTUM),
  /** Momentum that looks ahead. */
  NESTEROV("nesterov", s -> new Nesterov(s[0]), Settings.MOMENTUM),
  /** A rate for each parameter, shrinking by all the slope seen. */
  ADAGRAD("adagrad", s -> new Adagrad(s[0]), Settings.epsilon(1e-10)),
  /** Steps in the units of the steps before. */
  ADADELTA("adadelta", s -> new Adadelta(s[0], s[1]), Settings.RHO, Settings.epsilon(1e-6)),
  /** The slope divided by its recent size. */
  RMSPROP("rmsprop", s -> new RmsProp(s[0], s[1]), Settings.ALPHA, Settings.epsilon(1e-8)),
  /** Momentum and a rate for each parameter. */
  ADAM("adam", s -> new Adam(s[0], s[1], s[2]), Settings.adam()),
  /** Adam that never forgets the largest slope. */
  AMSGRAD("amsgrad", s -> new AmsGrad(s[0], s[1], s[2]), Settings.adam()),
  /** Adam with a pull towards zero. */
  ADAMW("adamw", s -> new AdamW(s[0], s[1], s[2], s[3]), Settings.adam(Settings.weightDecay(0.01))),
  /** Adam with the largest recent slope. */
  ADAMAX("adamax", s -> new Adamax(s[0], s[1], s[2]), Settings.adam()),
  /** Adam that looks ahead. */
  NADAM("nadam", s -> new Nadam(s[0], s[1], s[2], s[3]), Settings.adam(Settings.MOMENTUM_DECAY)),
  /** Adam that begins with care. */
  RADAM("radam", s -> new Radam(s[0], s[1], s[2]), Settings.adam()),
  /** Only the slope's sign, with a step length for each parameter. */
  RPROP("rprop", s -> new Rprop(s[0], s[1], s[2], s[3]), Settings.RPROP),
  /** The sign of an averaged slope. */
  LION(
      "lion",
      s -> new Lion(s[0], s[1], s[2]),
      Settings.BETA1,
      Settings.below("beta2", 0.99),
      Settings.weightDecay(0));

  /** What a learning rate may be: above 0 and at most 1000. */
  public static final Range LEARNING_RATE = Range.above(0, 1000);

  private final String key;
  private final Function<double[], Optimizer> maker;
  private final List<Setting> settings;

  OptimizerKind(String key, Function<double[], Optimizer> maker, Setting... settings) {
    this.key = key;
    this.maker = maker;
    this.settings = List.of(settings);
  }

  /** Its name in the run contract. */
  public String key() {
    return key;
  }

  /** Its settings apart from the learning rate, in the order in which {@link #make} takes them. */
  public List<Setting> settings() {
    return settings;
  }

  /**
   * Makes the rule with these settings.
   *
   * @param values one for each of {@link #settings()}, in that order
   * @return the rule
   * @throws IllegalArgumentException naming the setting, the value and what is allowed
   */
  public Optimizer make(double... values) {
    Setting.checkAll(key, settings, values);
    return maker.apply(values);
  }

  /** The optimizer of this name in the run contract, if there is one. */
  public static Optional<OptimizerKind> named(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  /** The settings that several optimizers share. */
  private static final class Settings {

    static final Setting MOMENTUM = below("momentum", 0.9);
    static final Setting ALPHA = below("alpha", 0.99);
    static final Setting RHO = below("rho", 0.9);
    static final Setting BETA1 = below("beta1", 0.9);
    static final Setting BETA2 = below("beta2", 0.999);
    static final Setting MOMENTUM_DECAY = Setting.of("momentumDecay", 0.004, Range.closed(0, 1000));
    static final Setting[] RPROP = {
      Setting.of("etaMinus", 0.5, Range.open(0, 1)),
      Setting.of("etaPlus", 1.2, Range.above(1, 100)),
      Setting.of("minStep", 1e-6, Range.closed(0, 1000)),
      Setting.of("maxStep", 50, Range.above(0, 1e6))
    };

    static Setting below(String name, double defaultValue) {
      return Setting.of(name, defaultValue, Range.below(0, 1));
    }

    static Setting epsilon(double defaultValue) {
      return Setting.of("epsilon", defaultValue, Range.closed(0, 1));
    }

    static Setting weightDecay(double defaultValue) {
      return Setting.of("weightDecay", defaultValue, Range.closed(0, 1000));
    }

    static Setting[] adam(Setting... more) {
      Setting[] own = {BETA1, BETA2, epsilon(1e-8)};
      Setting[] all = Arrays.copyOf(own, own.length + more.length);
      System.arraycopy(more, 0, all, own.length, more.length);
      return all;
    }
  }
}
