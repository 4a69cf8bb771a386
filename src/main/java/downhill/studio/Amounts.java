package downhill.studio;

import downhill.descent.Range;

/** Reads numbers that have to be whole, or within a range. */
final class Amounts {

  private final Names names;

  Amounts(Names names) {
    this.names = names;
  }

  /**
   * A whole number.
   *
   * @param what its name in the language, for the sentence
   */
  long whole(Expression expression, String what, long least, long most) {
    double number = expression.number(names);
    if (number != Math.rint(number) || number < least || number > most) {
      throw expression.place().mistake(Problem.NOT_WHOLE, what, least, most);
    }
    return (long) number;
  }

  /**
   * A number of a range.
   *
   * @param what its name in the language, for the sentence
   */
  double within(Expression expression, String what, Range range) {
    double number = expression.number(names);
    if (!range.contains(number)) {
      throw expression
          .place()
          .mistake(problem(range), what, Numbers.written(range.lo()), Numbers.written(range.hi()));
    }
    return number;
  }

  private static Problem problem(Range range) {
    if (range.loIn()) {
      return range.hiIn() ? Problem.NOT_FROM_TO : Problem.NOT_FROM_BELOW;
    }
    return range.hiIn() ? Problem.NOT_ABOVE_TO : Problem.NOT_BETWEEN;
  }
}
