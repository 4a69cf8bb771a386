package downhill.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words of the form {@code name=value}, of which each must be known to somebody. */
final class Words {

  private final Map<String, String> said = new LinkedHashMap<>();

  Words(String... words) {
    for (String word : words) {
      int sign = word.indexOf('=');
      said.put(word.substring(0, Math.max(0, sign)), word.substring(sign + 1));
    }
  }

  String taken(String name, String usual) {
    String value = said.remove(name);
    return value == null ? usual : value;
  }

  int taken(String name, int usual) {
    return Integer.parseInt(taken(name, String.valueOf(usual)));
  }

  double taken(String name, double usual) {
    return Double.parseDouble(taken(name, String.valueOf(usual)));
  }

  /** Refuses words that nobody took. */
  void refuseTheRest() {
    if (!said.isEmpty()) {
      throw new IllegalArgumentException("nothing is called " + said.keySet());
    }
  }
}
