package downhill.descent;

/** The schedules' formulas, one record each. */
final class Schedules {

  private Schedules() {}

  /** α at every update. */
  record Constant() implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha;
    }
  }

  /** α · factor^⌊t / every⌋: a drop now and then. */
  record Steps(double every, double factor) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha * StrictMath.pow(factor, Math.floor(t / every));
    }
  }

  /** α · factor^t. */
  record Exponential(double factor) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha * StrictMath.pow(factor, t);
    }
  }

  /**
   * α / (1 + decay · t), which meets the condition of Robbins and Monro, A stochastic approximation
   * method, 1951: the rates sum to infinity and their squares do not.
   */
  record InverseTime(double decay) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha / (1 + decay * t);
    }
  }

  /** α · (1 − min(t, over)/over)^power. */
  record Polynomial(double over, double power) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha * StrictMath.pow(1 - Math.min(t, over) / over, power);
    }
  }

  /** floor + (α − floor)(1 + cos(π · min(t, over)/over))/2. */
  record Cosine(double over, double floor) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return between(alpha, floor, Math.min(t, over) / over);
    }
  }

  /**
   * The cosine, begun again after each period, each period {@code multiplier} times the last:
   * Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017, equation 5.
   */
  record WarmRestarts(double period, double multiplier, double floor) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      double begun = 0;
      double length = period;
      if (multiplier == 1) {
        begun = Math.floor(t / period) * period;
      }
      while (multiplier > 1 && t >= begun + length) {
        begun += length;
        length *= multiplier;
      }
      return between(alpha, floor, (t - begun) / length);
    }
  }

  /** α · (from + (1 − from) · min(t, over)/over). */
  record WarmUp(double over, double from) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      return alpha * (from + (1 - from) * Math.min(t, over) / over);
    }
  }

  /**
   * One cycle: up a cosine from α/divide to α, then down one to α/divide/finalDivide, where it
   * stays. Smith and Topin, Super-convergence, 2018; the boundary between the two as PyTorch has
   * it, one update before the {@code warm} share of {@code over} is full.
   */
  record OneCycle(double over, double warm, double divide, double finalDivide) implements Schedule {
    @Override
    public double rate(double alpha, int t) {
      double peak = warm * over - 1;
      double end = over - 1;
      double from = alpha / divide;
      if (t > end) {
        return from / finalDivide;
      }
      if (t <= peak) {
        return between(from, alpha, share(t, 0, peak));
      }
      return between(alpha, from / finalDivide, share(t, peak, end));
    }

    /** A phase of no length is over as soon as it begins. */
    private static double share(double now, double begin, double end) {
      return end > begin ? (now - begin) / (end - begin) : 1;
    }
  }

  /** Half a wave of the cosine from {@code high}, at share 0, to {@code low}, at share 1. */
  private static double between(double high, double low, double share) {
    return low + (high - low) * (1 + StrictMath.cos(Math.PI * share)) / 2;
  }
}
