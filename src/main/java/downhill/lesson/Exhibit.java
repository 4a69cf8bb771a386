package downhill.lesson;

import java.util.List;
import java.util.Map;

/**
 * A sim, or the Studio, with its state: all that a page needs to show it.
 *
 * @param name as in its address; its fragment and its script have it too
 * @param path the address of its own page
 * @param query its state in the short form
 * @param notices what of the query was not used, and what was used instead
 * @param model what its fragment is rendered from
 */
public record Exhibit(
    String name, String path, String query, List<String> notices, Map<String, Object> model) {

  /** Keeps copies. */
  public Exhibit {
    notices = List.copyOf(notices);
    model = Map.copyOf(model);
  }
}
