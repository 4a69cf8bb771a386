package downhill.embed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What we answer a site that would show one of our pages.
 *
 * @see <a href="https://oembed.com/">oEmbed 1.0</a>
 */
final class OEmbed {

  /** How long it may be kept, in seconds: heights and words get better. */
  static final int KEPT = 86_400;

  /** Narrower or lower than this there is nothing to play with, and a link serves better. */
  static final int LEAST = 200;

  private static final int PICTURE_WIDTH = 1200;
  private static final int PICTURE_HEIGHT = 630;

  private OEmbed() {}

  /**
   * The answer's pairs.
   *
   * @param frame what is shown; no larger than the site allows
   * @param room whether the site allows for a picture as large as ours are
   */
  static Map<String, Object> of(Frame frame, boolean room) {
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean playable = frame.width() >= LEAST && frame.height() >= LEAST;
    answer.put("type", playable ? "rich" : "link");
    answer.put("version", "1.0");
    answer.put("title", frame.title());
    answer.put("provider_name", "Downhill");
    answer.put("provider_url", frame.origin() + "/");
    answer.put("cache_age", KEPT);
    if (playable) {
      answer.put("html", html(frame.withoutLineEnds()));
      answer.put("width", frame.width());
      answer.put("height", frame.height());
    }
    if (room) {
      answer.put("thumbnail_url", frame.picture());
      answer.put("thumbnail_width", PICTURE_WIDTH);
      answer.put("thumbnail_height", PICTURE_HEIGHT);
    }
    return answer;
  }

  /** Whether our pictures fit. */
  static boolean hasRoomForAPicture(int width, int height) {
    return width >= PICTURE_WIDTH && height >= PICTURE_HEIGHT;
  }

  /**
   * The frame, and for WordPress a quotation with a link. WordPress shows it until the frame has
   * said its height, and follows heights only where there is one; it takes {@code hidden} off. All
   * others leave it hidden.
   */
  private static String html(Frame frame) {
    return "<blockquote hidden=\"hidden\"><a href=\""
        + Escapes.html(frame.page())
        + "\">"
        + Escapes.html(frame.title())
        + "</a></blockquote>"
        + "<iframe src=\""
        + Escapes.html(frame.address())
        + "\" title=\""
        + Escapes.html(frame.title())
        + "\" width=\""
        + frame.width()
        + "\" height=\""
        + frame.height()
        + "\" frameborder=\"0\" loading=\"lazy\"></iframe>";
  }

  /** The same as XML. */
  static String xml(Map<String, Object> answer) {
    return answer.entrySet().stream()
        .map(
            pair ->
                "  <%1$s>%2$s</%1$s>\n"
                    .formatted(pair.getKey(), Escapes.html(pair.getValue().toString())))
        .collect(
            Collectors.joining(
                "",
                "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n",
                "</oembed>\n"));
  }
}
