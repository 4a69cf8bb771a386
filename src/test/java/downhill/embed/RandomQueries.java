package downhill.embed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Queries as readers, authors, mail programs and attackers make them, by a seeded chance. */
final class RandomQueries {

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("curve", List.of("bumpy", "valley", "cliff", "plateau", "steep-valley")),
          Map.entry("surface", List.of("ravine", "bowl", "himmelblau", "rosenbrock")),
          Map.entry("formula", List.of("w^2", "x^2+3*y^2", "sin(w)+w^2/9", "abs(w)", "ln(w)")),
          Map.entry("heights", List.of("4,2,1,0,1,2,1,3")),
          Map.entry("domain", List.of("-4,3", "-2,2,-2,2", "0,1")),
          Map.entry("start", List.of("2", "-1.5", "1,2", "0,0", "3.25")),
          Map.entry("optimizer", List.of("sgd", "momentum", "adam", "sgd,adam", "rprop", "lion")),
          Map.entry("learningRate", List.of("0.1", "0.5", "0.01,0.2", "3", "0.1,0.2,0.3")),
          Map.entry("momentum", List.of("0.9", "0.5")),
          Map.entry("schedule", List.of("constant", "cosine", "step", "one-cycle")),
          Map.entry("noise", List.of("0", "0.5")),
          Map.entry("seed", List.of("1", "77")),
          Map.entry("steps", List.of("10", "40", "120")),
          Map.entry("tolerance", List.of("0", "0.001")),
          Map.entry("batch", List.of("all", "8", "1,4,all")),
          Map.entry("data", List.of("lemonade")),
          Map.entry("scale", List.of("true", "false")),
          Map.entry("restarts", List.of("5", "20")),
          Map.entry("example", List.of("too-fast", "line")),
          Map.entry("program", List.of("print 1", "x = 2\nprint x", "print \"a & b = 50 % #1\"")),
          Map.entry("theme", List.of("auto", "light", "dark")),
          Map.entry("controls", List.of("full", "few", "none")),
          Map.entry("hide", List.of("rate", "guess,pace", "setup,share", "editor")),
          Map.entry("predict", List.of("on", "off")),
          Map.entry("lockSteps", List.of("on", "off")),
          Map.entry("events", List.of("on", "off")));

  private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

  private static final List<String> NASTY =
      List.of(
          "",
          "NaN",
          "-Infinity",
          "1e999",
          "0x10",
          "9999999999999999999999",
          "<script>alert(1)</script>",
          "'\"><img src=x>",
          "${7*7}",
          "#{sim.title}",
          "__${T(java.lang.Runtime)}__",
          "../../etc/passwd",
          "\u0000",
          "\u202e\ud83d\ude00",
          "a,,b,",
          "((((((((((",
          "w^w^w^w^w^w",
          "1/0",
          "load \"fruits\nend end",
          "%",
          "%zz",
          "%c3%28");

  private RandomQueries() {}

  /** One whose members have values that exist, though perhaps not together. */
  static MultiValueMap<String, String> plausible(Random random) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = one(NAMES, random);
      query.set(name, one(VALUES.get(name), random));
    }
    return query;
  }

  /** Any, ready for an address: in ASCII, as every browser sends it, but not all can be decoded. */
  static String any(Random random) {
    return IntStream.range(0, random.nextInt(7))
        .mapToObj(i -> member(random))
        .collect(Collectors.joining("&"));
  }

  private static String member(Random random) {
    String name = random.nextInt(12) == 0 ? noise(random) : one(NAMES, random);
    String value =
        switch (random.nextInt(5)) {
          case 0 -> one(NASTY, random);
          case 1 -> noise(random);
          default -> one(VALUES.getOrDefault(name, NASTY), random);
        };
    return switch (random.nextInt(9)) {
      case 0 -> encoded(name);
      case 1 -> "=" + value.replaceAll("[^a-z0-9%]", "");
      case 2 -> encoded(name) + "=%" + value.replaceAll("[^a-z0-9%]", "");
      default -> encoded(name) + "=" + encoded(value);
    };
  }

  private static String noise(Random random) {
    return random
        .ints(random.nextInt(24), 0, 0x2fff)
        .filter(Character::isDefined)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
