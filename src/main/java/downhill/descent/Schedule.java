package downhill.descent;

/**
 * How the learning rate changes with the step. A schedule is a value, and the rate a pure function
 * of the base rate α and the update's number.
 */
public interface Schedule {

  /**
   * The rate of one update.
   *
   * @param alpha the optimizer's learning rate α, above 0
   * @param t the update's number, counted from 0
   * @return the rate that update uses
   */
  double rate(double alpha, int t);
}
