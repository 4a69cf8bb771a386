package downhill.studio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one training of a program, and what has to come after it or has to belong to it. */
final class OneTraining {

  private final Mistakes mistakes;
  private final List<Asked> asked = new ArrayList<>();
  private int lineToCome;
  private int line;
  private boolean doubtful;
  private Value.@Nullable Net net;
  private @Nullable Training training;

  OneTraining(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** A line that speaks of a network as the trained one. */
  private record Asked(Word name, Value.Net net) {}

  /** The first training is known of before it is come to, so that a line above it can be told. */
  void expect(Statement statement) {
    if (statement instanceof Statement.Train train && lineToCome == 0) {
      lineToCome = train.word().line();
    }
  }

  /** Something could not be read that may have been the training. */
  void doubt() {
    doubtful = true;
  }

  void begin(Statement.Train train) {
    if (line > 0) {
      throw train.word().mistake(Problem.SECOND_TRAINING, line);
    }
    line = train.word().line();
  }

  void set(Value.@Nullable Net net, @Nullable Training training) {
    this.net = net;
    this.training = training;
  }

  @Nullable Training training() {
    return training;
  }

  boolean isBegun() {
    return line > 0;
  }

  /** The network must be the one that is trained, here or further down. */
  void mustBe(Word name, Value.Net net) {
    asked.add(new Asked(name, net));
  }

  /** The network must be the one that is trained, and trained above. */
  void mustBeNow(Word name, Value.Net net) {
    if (line == 0 && lineToCome > 0) {
      throw name.place().mistake(Problem.NOT_YET_TRAINED, lineToCome);
    }
    mustBe(name, net);
  }

  /** Notes each line that speaks of a network which is not the trained one. */
  void finish() {
    for (Asked each : asked) {
      Place place = each.name().place();
      Training done = training;
      if (line == 0 && !doubtful) {
        mistakes.add(place.mistake(Problem.NEVER_TRAINED));
      } else if (done != null && net != each.net()) {
        mistakes.add(place.mistake(Problem.OTHER_NETWORK, done.net()));
      }
    }
  }
}
