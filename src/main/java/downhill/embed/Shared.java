package downhill.embed;

import downhill.lesson.SimPages;
import downhill.lesson.SimPages.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is shared: a sim with its state, and how it shows itself in a frame.
 *
 * @param shown the sim, and the page of ours that shows it
 * @param manner the members of its frame's address that are not the sim's own
 * @param language in which it is shown, BCP 47; null for the one that each reader likes best
 */
record Shared(Shown shown, Map<String, String> manner, @Nullable String language) {

  /** Where the frames are. */
  static final String FRAMES = "/embed/";

  private static final String LANGUAGE = "lang";

  /**
   * What WordPress takes line ends out of an address for; this one it leaves, and the Studio reads
   * it as a line's end.
   */
  private static final String LINE_SEPARATOR = "\u2028";

  /**
   * What a page of ours shows: any with a sim, a frame too.
   *
   * @param path its path
   * @param query its query's members
   */
  static Optional<Shared> at(String path, Map<String, String> query) {
    boolean frame = path.startsWith(FRAMES);
    Optional<Shown> shown =
        frame ? SimPages.of(path.substring(FRAMES.length()), query) : SimPages.at(path, query);
    return shown.map(
        each ->
            new Shared(
                each, frame ? Dress.read(query).dress().members() : Map.of(), query.get(LANGUAGE)));
  }

  /** A sim in a frame. */
  static Optional<Shared> of(String sim, Map<String, String> query) {
    return at(FRAMES + sim, query);
  }

  /** The name of the sim. */
  String sim() {
    return shown.sim();
  }

  /** Which controls the frame shows. */
  String controls() {
    return manner.getOrDefault("controls", "full");
  }

  /** The address of the page of ours. */
  String page(String origin) {
    return written(origin + shown.path(), spoken(shown.asked()));
  }

  /** The address of the frame. */
  String frame(String origin) {
    return written(origin + FRAMES + sim(), members());
  }

  /** The members of the frame's address. */
  Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>(shown.state());
    members.putAll(manner);
    return spoken(members);
  }

  /** The same with a program's lines ended by a sign that no filter takes out. */
  Shared withoutLineEnds() {
    return new Shared(
        shown.written(value -> value.replaceAll("\\R", LINE_SEPARATOR)), manner, language);
  }

  private Map<String, String> spoken(Map<String, String> members) {
    Map<String, String> all = new LinkedHashMap<>(members);
    if (language != null) {
      all.put(LANGUAGE, language);
    }
    return all;
  }

  private static String written(String path, Map<String, String> members) {
    return members.isEmpty() ? path : path + "?" + Query.of(members);
  }
}
