package downhill.embed;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an embedded sim may be shown without. None of these is a result: where a control also tells
 * one, such as the learning rate, the telling stays.
 */
enum Control {
  /** The guess before the run. */
  GUESS,
  /** The learning rate; its number stays, to be read. */
  RATE,
  STEP,
  STEP_BACK,
  RESET,
  NEW_START,
  /** The start: in the picture it can be dragged, and beside it be typed. */
  START,
  TIMELINE,
  PACE,
  /** The ground, the rules and all else that the form asks for. */
  SETUP,
  /** Runs worth a look. */
  PRESETS,
  /** The task that comes with one of them. */
  TASK,
  /** The steps and the pictures as files. */
  EXPORT,
  /** The run as a program. */
  PROGRAMS,
  /** The link to the sim's own page. */
  SHARE,
  /** The Studio's programs to start from. */
  EXAMPLES,
  /** The Studio's program: it can be read, and not be changed. */
  EDITOR;

  /** How much there is to press and turn, from a word. */
  enum Amount {
    /** All. */
    FULL(EnumSet.noneOf(Control.class)),
    /** What one run needs. */
    FEW(EnumSet.complementOf(EnumSet.of(GUESS, RATE, STEP, RESET, START, TASK, EDITOR, SHARE))),
    /** What moves can be stopped; else nothing. */
    NONE(EnumSet.complementOf(EnumSet.of(SHARE)));

    private final Set<Control> hidden;

    Amount(Set<Control> hidden) {
      this.hidden = hidden;
    }

    Set<Control> hidden() {
      return EnumSet.copyOf(hidden);
    }
  }

  /** Its name in an address. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a name. */
  static Optional<Control> named(String key) {
    return Arrays.stream(values()).filter(control -> control.key().equals(key)).findFirst();
  }
}
