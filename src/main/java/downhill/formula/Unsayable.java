package downhill.formula;

/** A derivative has no text that one would want to see: it is too long, or a number too large. */
final class Unsayable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unsayable(String why) {
    super(why, null, false, false);
  }
}
