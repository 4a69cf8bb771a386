package downhill.program;

/** A derivative is too long to be written out. */
final class TooLong extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooLong() {
    super("the derivative is too long", null, false, false);
  }
}
