package downhill.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ground that a reader chose in the Playground's form, which offers it in three ways: {@code
 * ground} says which of them counts, and the fields of the others are passed over.
 */
final class OwnGround {

  /** Chosen from the gallery, by the field {@code landscape}: {@code curve.bumpy}. */
  static final String GALLERY = "gallery";

  /** Typed, by {@code formula} and {@code domain}. */
  static final String FORMULA = "formula";

  /** Drawn, by {@code heights} and {@code drawn}, the domain of these. */
  static final String HEIGHTS = "heights";

  private OwnGround() {}

  /** The query with the ground in the short form; as it is where no form sent it. */
  static Map<String, String> arranged(Map<String, String> query) {
    Map<String, String> arranged = new LinkedHashMap<>(query);
    String ways = arranged.remove("ground");
    if (ways == null) {
      return query;
    }
    // A button that says which way comes after the way that was there.
    String way = ways.substring(ways.lastIndexOf(",") + 1);
    String[] chosen = arranged.getOrDefault("landscape", "").split("\\.", 2);
    String drawn = arranged.getOrDefault("drawn", "");
    arranged.keySet().removeAll(Set.of("landscape", "drawn"));
    if (!way.equals(FORMULA)) {
      arranged.remove("formula");
      arranged.remove("domain");
    }
    if (!way.equals(HEIGHTS)) {
      arranged.remove("heights");
    } else if (!drawn.isBlank()) {
      arranged.put("domain", drawn);
    }
    if (way.equals(GALLERY) && chosen.length == 2) {
      arranged.put(chosen[0], chosen[1]);
    }
    return arranged;
  }
}
