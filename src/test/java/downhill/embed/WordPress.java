package downhill.embed;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What WordPress makes of an oEmbed answer from a site that it has not been told to trust, acted
 * out as its own documentation and source have it (6.x, {@code wp_filter_oembed_result}): which
 * elements and attributes stay, the secret, and what {@code esc_url} takes out of an address.
 */
public final class WordPress {

  /** The secret that it hands the frame. */
  public static final String SECRET = "SeCr3tSeCr";

  /** What its own script does in a page: whoever knows the secret reveals and sizes the frame. */
  public static final String SCRIPT =
      """
      <script>
      addEventListener('message', ({ data, source }) => {
        const of = (name) => document.querySelector(`${name}[data-secret="${data?.secret}"]`);
        const frame = of('iframe');
        if (frame?.contentWindow === source && data.message === 'height') {
          frame.removeAttribute('style');
          of('blockquote').style.display = 'none';
          frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
        }
      });
      </script>
      """;

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "a", Set.of("href"),
          "blockquote", Set.of(),
          "iframe",
              Set.of(
                  "src",
                  "width",
                  "height",
                  "frameborder",
                  "marginwidth",
                  "marginheight",
                  "scrolling",
                  "title"));

  private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
  private static final Pattern KEPT =
      Pattern.compile("(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", Pattern.DOTALL);
  private static final Pattern SRC = Pattern.compile(" src=\"([^\"]*)\"");

  private WordPress() {}

  /**
   * What ends up in the post.
   *
   * @param html of the answer
   * @return empty where it keeps nothing
   */
  public static String filtered(String html) {
    Matcher kept = KEPT.matcher(kses(html));
    if (!kept.find()) {
      return "";
    }
    String frame =
        SRC.matcher(kept.group(2))
            .replaceFirst(
                src ->
                    Matcher.quoteReplacement(
                        " src=\"%s\" data-secret=\"%s\""
                            .formatted(url(src.group(1) + "#?secret=" + SECRET), SECRET)));
    String hidden =
        kept.group(1) == null
            ? ""
            : " style=\"position: absolute; clip: rect(1px, 1px, 1px, 1px);\"";
    String quotation =
        kept.group(1) == null
            ? ""
            : kept.group(1)
                .replace(
                    "<blockquote",
                    "<blockquote class=\"wp-embedded-content\" data-secret=\"" + SECRET + "\"");
    return quotation
        + frame.replace(
            "<iframe",
            "<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\""
                + " security=\"restricted\""
                + hidden);
  }

  /** {@code esc_url}: what it takes out, line ends above all. */
  public static String url(String address) {
    String left = address.replaceAll("[^A-Za-z0-9\\-~+_.?#=!&;,/:%@$|*'()\\[\\]\\x80-\\uffff]", "");
    String before;
    do {
      before = left;
      left = left.replaceAll("(?i)%0[da]", "");
    } while (!left.equals(before));
    return left.replace("&amp;", "&").replace("&", "&#038;").replace("'", "&#039;");
  }

  private static String kses(String html) {
    return TAG.matcher(html).replaceAll(tag -> Matcher.quoteReplacement(kept(tag)));
  }

  private static String kept(MatchResult tag) {
    Set<String> allowed = ALLOWED.get(tag.group(2));
    if (allowed == null) {
      return "";
    }
    return "<"
        + tag.group(1)
        + tag.group(2)
        + ATTRIBUTE
            .matcher(tag.group(3))
            .results()
            .filter(attribute -> allowed.contains(attribute.group(1)))
            .map(attribute -> " " + attribute.group())
            .collect(Collectors.joining())
        + ">";
  }
}
