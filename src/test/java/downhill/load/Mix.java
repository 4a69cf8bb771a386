package downhill.load;

import downhill.descent.OptimizerKind;
import downhill.run.FirstProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Specs as a class asks for them: of every kind, by seeded chance. */
final class Mix {

  private static final int FEWEST = 300;
  private static final int MOST = 2000;

  private static final List<String> GROUNDS =
      List.of(
          "{\"curve\":\"valley\"}",
          "{\"curve\":\"bumpy\"}",
          "{\"curve\":\"double-well\"}",
          "{\"curve\":\"flat-bottomed\"}",
          "{\"formula\":\"w^4-3*w^2+sin(5*w)\"}",
          "{\"heights\":[3,2,1,2,1,0,1,2,4],\"domain\":[-4,4]}",
          "{\"surface\":\"ravine\"}",
          "{\"surface\":\"rosenbrock\"}",
          "{\"surface\":\"himmelblau\"}",
          "{\"formula\":\"x^2+y^2/5+sin(x*y)\"}");

  private static final List<String> POINTS =
      List.of(
          "{\"data\":\"lemonade\",\"model\":\"line\",\"scale\":true}",
          "{\"points\":[[1,2],[3,5],[4,4],[6,1],[7,7]],\"model\":\"line\",\"scale\":true}");

  private static final List<String> RULES =
      Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList();

  private static final List<String> SCHEDULES =
      List.of(
          "{\"name\":\"constant\"}",
          "{\"name\":\"cosine\",\"over\":500}",
          "{\"name\":\"warm-restarts\",\"period\":40}",
          "{\"name\":\"one-cycle\",\"over\":300}",
          "{\"name\":\"step\",\"every\":100,\"factor\":0.5}");

  private Mix() {}

  /** Another spec, as JSON. */
  static String spec(SplittableRandom chance) {
    if (chance.nextInt(25) == 0) {
      String options = "rounds: %d, speed: 0.1".formatted(100 + chance.nextInt(300));
      return FirstProgram.spec(FirstProgram.trained(options), "", "");
    }
    boolean points = chance.nextInt(4) == 0;
    String ground = any(points ? POINTS : GROUNDS, chance);
    int at = 1 + chance.nextInt(FEWEST - 1);
    return String.format(
        Locale.ROOT,
        "{\"objective\":%s,\"optimizer\":{\"name\":\"%s\",\"learningRate\":%s},\"schedule\":%s%s,"
            + "\"noise\":%s,\"seed\":%d,\"steps\":%d,\"tolerance\":%s,\"changes\":[%s]}",
        ground,
        any(RULES, chance),
        rate(chance),
        any(SCHEDULES, chance),
        points ? ",\"batch\":" + (1 + chance.nextInt(4)) : "",
        chance.nextBoolean() ? 0 : chance.nextDouble(),
        chance.nextInt(1000),
        chance.nextInt(FEWEST, MOST),
        chance.nextInt(4) == 0 ? "1e-6" : "0",
        chance.nextBoolean() ? "" : "{\"at\":%d,\"learningRate\":%s}".formatted(at, rate(chance)));
  }

  /** Anything from a crawl to what flies off some grounds. */
  private static double rate(SplittableRandom chance) {
    return Math.pow(10, -4 + 3.5 * chance.nextDouble());
  }

  private static String any(List<String> all, SplittableRandom chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
