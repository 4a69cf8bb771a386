package downhill.data;

import downhill.descent.Lots;
import java.util.List;
import java.util.Locale;

/**
 * Two kinds of points in the plane that no straight line parts: made up by chance of a seed, the
 * same bits on every machine. The kinds take turns, so there are as many of either.
 */
enum Shape {
  /** Two half moons, of radius 1, each with an end in the other's hollow. */
  MOONS("upper", "lower", 7) {
    @Override
    double[] point(int kind, Chance chance) {
      double angle = StrictMath.PI * chance.share();
      double x = StrictMath.cos(angle);
      double y = StrictMath.sin(angle);
      return kind == 0 ? shaken(x, y, 0.12, chance) : shaken(1 - x, 0.5 - y, 0.12, chance);
    }
  },
  /** A ring of radius 1, and one of radius 0.5 within it. */
  CIRCLES("inner", "outer", 2) {
    @Override
    double[] point(int kind, Chance chance) {
      double angle = 2 * StrictMath.PI * chance.share();
      double radius = kind == 0 ? 0.5 : 1;
      return shaken(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0.09, chance);
    }
  },
  /** Two arms that wind once and a half about the middle, one the other turned by half. */
  SPIRALS("first", "second", 3) {
    @Override
    double[] point(int kind, Chance chance) {
      double way = 0.08 + 0.92 * StrictMath.sqrt(chance.share());
      double angle = StrictMath.PI * (3 * way + kind);
      return shaken(way * StrictMath.cos(angle), way * StrictMath.sin(angle), 0.02, chance);
    }
  },
  /** A square in quarters: one kind where x and y have the same sign, the other elsewhere. */
  XOR("same", "different", 4) {
    @Override
    double[] point(int kind, Chance chance) {
      double x = away(chance);
      double y = Math.abs(away(chance));
      return new double[] {x, x > 0 == (kind == 0) ? y : -y};
    }

    /** From −1 to 1, with a gap about 0. */
    private double away(Chance chance) {
      double x = 2 * chance.share() - 1;
      return 0.04 * Math.signum(x) + 0.96 * x;
    }
  };

  private static final int ROWS = 200;

  /** Figures have so many parts in 1. */
  private static final double PARTS = 1000;

  private final List<String> kinds;
  private final long seed;

  Shape(String one, String other, long seed) {
    this.kinds = List.of(one, other);
    this.seed = seed;
  }

  /** A point of a kind, 0 or 1. */
  abstract double[] point(int kind, Chance chance);

  /** The table, 200 rows of three decimals. */
  Table table() {
    Chance chance = new Chance(new Lots(seed));
    double[][] x = new double[ROWS][];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = i % 2;
      x[i] = point(i % 2, chance);
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = Math.rint(x[i][j] * PARTS) / PARTS;
      }
    }
    List<Table.Feature> features = List.of(new Table.Feature("x", ""), new Table.Feature("y", ""));
    return new Table(name().toLowerCase(Locale.ROOT), features, kinds, "kind", x, y);
  }

  private static double[] shaken(double x, double y, double deviation, Chance chance) {
    return new double[] {x + deviation * chance.bell(), y + deviation * chance.bell()};
  }

  /** Numbers by chance, one after the other. */
  private static final class Chance {

    private final Lots lots;
    private int drawn;

    Chance(Lots lots) {
      this.lots = lots;
    }

    /** From 0 to below 1, every number as likely. */
    double share() {
      return lots.start(drawn++, 0, 1);
    }

    /** From the bell curve, its deviation 1 (Box and Muller). */
    double bell() {
      double far = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
      return far * StrictMath.cos(2 * StrictMath.PI * share());
    }
  }
}
