package downhill.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A run worth a look, a click away; a test plays each and holds its words to it.
 *
 * @param sim whose page it loads
 * @param name its words are the message {@code preset.}sim{@code .}name
 * @param query its short form
 * @param within the task that comes with it: at rest in the lowest place, from the same start, in
 *     at most so many steps; 0 where it has none
 */
record Preset(String sim, String name, String query, int within) {

  private Preset(String sim, String name, String query) {
    this(sim, name, query, 0);
  }

  private static final String FROM_THE_WALL = "curve=bumpy&start=3.8&optimizer=";

  private static final String RAVINE = "surface=ravine&start=";

  static final List<Preset> ALL =
      List.of(
          new Preset(
              "roll", "crawls", "curve=gentle-valley&start=5&optimizer=sgd&learningRate=0.05", 40),
          new Preset(
              "roll",
              "zig-zags",
              "curve=steep-valley&start=2.5&optimizer=sgd&learningRate=0.495",
              40),
          new Preset("roll", "explodes", "curve=valley&start=2&optimizer=sgd&learningRate=1.1", 40),
          new Preset(
              "roll", "stuck", "curve=double-well&start=1.7&optimizer=sgd&learningRate=0.05", 40),
          new Preset(
              "roll", "plateau", "curve=plateau&start=4&optimizer=sgd&learningRate=0.5", 200),
          new Preset("roll", "cliff", "curve=cliff&start=3&optimizer=sgd&learningRate=17", 60),
          new Preset("valleys", "plain", FROM_THE_WALL + "sgd&learningRate=0.1"),
          new Preset("valleys", "momentum", FROM_THE_WALL + "momentum&learningRate=0.1&steps=400"),
          new Preset(
              "valleys", "momentum-slow", FROM_THE_WALL + "momentum&learningRate=0.02&steps=400"),
          new Preset(
              "valleys",
              "momentum-past",
              "curve=bumpy&start=-5.4&optimizer=momentum&learningRate=0.1&momentum=0.95&steps=600"),
          new Preset("valleys", "noise", FROM_THE_WALL + noise(3)),
          new Preset("valleys", "noise-unlucky", FROM_THE_WALL + noise(1)),
          new Preset("valleys", "noise-out", "curve=bumpy&start=-0.75&optimizer=" + noise(2)),
          new Preset("valleys", "adam", FROM_THE_WALL + "adam&learningRate=0.1&steps=400"),
          new Preset(
              "valleys",
              "adam-leaps",
              "curve=bumpy&start=3&optimizer=adam&learningRate=2&steps=400"),
          new Preset(
              "valleys",
              "adam-lost",
              "curve=bumpy&start=-0.6&optimizer=adam&learningRate=2&steps=400"),
          new Preset("valleys", "plateau", "curve=plateau&start=4&optimizer=sgd&learningRate=0.5"),
          new Preset(
              "inside",
              "cancels",
              RAVINE + "-4.5,1.25&optimizer=momentum&learningRate=0.0875&momentum=0.75"),
          new Preset(
              "inside",
              "saddle",
              "surface=saddle&start=1.7,0.01&optimizer=momentum&learningRate=0.1&momentum=0.9"),
          new Preset("inside", "adam", RAVINE + "-4.5,1&optimizer=adam&learningRate=0.4"),
          new Preset("inside", "rmsprop", RAVINE + "-4.5,1&optimizer=rmsprop&learningRate=0.02"),
          new Preset("inside", "lion", RAVINE + "-4.5,1&optimizer=lion&learningRate=0.05"),
          new Preset("inside", "rprop", RAVINE + "-4.5,1&optimizer=rprop&learningRate=0.1"),
          new Preset(
              "inside", "adagrad", RAVINE + "-4.5,-1&optimizer=adagrad&learningRate=0.2", 60),
          new Preset(
              "inside",
              "flies",
              RAVINE + "-4,1.2&optimizer=momentum&learningRate=0.2&momentum=0.8",
              160));

  static List<Preset> of(String sim) {
    return ALL.stream().filter(preset -> preset.sim.equals(sim)).toList();
  }

  /** The one of a name. */
  static Preset named(String sim, String name) {
    return of(sim).stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  /**
   * The one whose task is set on some ground, {@code curve=…} or {@code surface=…}, from a start,
   * whatever else has been changed since.
   */
  static Optional<Preset> setting(String sim, String ground, String start) {
    String place = ground + "&start=" + start + "&";
    return of(sim).stream()
        .filter(preset -> preset.within > 0 && preset.query.startsWith(place))
        .findFirst();
  }

  private static String noise(int seed) {
    return "sgd&learningRate=0.1&schedule=cosine&schedule.over=200&noise=5&seed="
        + seed
        + "&steps=250";
  }
}
