package downhill.embed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is copied into a page of another kind so that the sim is there. A frame is allowed to write
 * to the clipboard, for a run as a program to be copied from it; there is nothing else that it
 * would need to be allowed. It has no sandbox, which could only take from what it does: ours is
 * another origin than the page's, so that it cannot touch the page as it is.
 */
final class Snippets {

  private Snippets() {}

  /** Where a snippet goes. */
  enum Kind {
    LINK,
    IFRAME,
    RESPONSIVE,
    SCRIPT,
    ELEMENT,
    MDX,
    MARKDOWN,
    WORDPRESS,
    WORDPRESS_HTML,
    LMS,
    LATEX;

    /** Its name in addresses and messages. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What is copied.
   *
   * @param kind the {@link Kind#key} of where it goes
   * @param text what is copied
   */
  record Snippet(String kind, String text) {

    /** How many lines it is shown in. */
    public int lines() {
      return (int) Math.min(8, text.lines().count() + text.length() / 120);
    }

    /** As a field's text, of which a browser drops the first line's end. */
    public String field() {
      return "\n" + text;
    }
  }

  /** One of each kind. */
  static List<Snippet> of(Frame frame) {
    return Arrays.stream(Kind.values())
        .map(kind -> new Snippet(kind.key(), text(kind, frame)))
        .toList();
  }

  /** The one of a kind. */
  static String text(Kind kind, Frame frame) {
    switch (kind) {
      case LINK:
        return frame.page();
      case IFRAME:
        return frame(frame, " style=\"border: 0; max-width: 100%\"");
      case RESPONSIVE:
        return responsive(frame);
      case SCRIPT:
        return frame(frame, " style=\"border: 0; width: 100%\"") + "\n" + script(frame);
      case ELEMENT:
        return element(frame);
      case MDX:
        return mdx(frame);
      case MARKDOWN:
        return markdown(frame);
      case WORDPRESS:
        return wordPress(frame.withoutLineEnds());
      case WORDPRESS_HTML:
        return "<!-- wp:html -->\n" + responsive(frame) + "\n<!-- /wp:html -->";
      case LMS:
        return lms(frame);
      default:
        return latex(frame);
    }
  }

  private static String frame(Frame frame, String more) {
    return ("<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\""
            + " allow=\"clipboard-write\"%s></iframe>")
        .formatted(
            Escapes.html(frame.address()),
            Escapes.html(frame.title()),
            frame.width(),
            frame.height(),
            more);
  }

  /** Its attributes are the members of the address, written as attributes are. */
  private static String element(Frame frame) {
    String attributes =
        frame.shared().members().entrySet().stream()
            .map(
                member ->
                    " %s=\"%s\""
                        .formatted(
                            member.getKey().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT),
                            Escapes.html(member.getValue())))
            .collect(Collectors.joining());
    return ("<downhill-sim sim=\"%s\"%s title=\"%s\" height=\"%d\">"
                + "<a href=\"%s\">%s</a></downhill-sim>\n")
            .formatted(
                frame.shared().sim(),
                attributes,
                Escapes.html(frame.title()),
                frame.height(),
                Escapes.html(frame.page()),
                Escapes.html(frame.opening()))
        + script(frame);
  }

  private static String script(Frame frame) {
    return "<script async src=\"" + Escapes.html(frame.origin()) + "/embed.js\"></script>";
  }

  /** As wide as there is room, and as tall as it is measured to be there; needs no script. */
  private static String responsive(Frame frame) {
    return "<div style=\"container-type: inline-size\">\n"
        + frame(frame, " style=\"border: 0; width: 100%; height: " + fluid(frame) + "\"")
        + "\n</div>";
  }

  /**
   * The measured heights as a length of CSS: from each width to the next, so much less for each
   * pixel more of the container's width. What does not know containers' units takes the attribute.
   */
  private static String fluid(Frame frame) {
    Heights measured = Heights.measured();
    int[] widths = measured.widths();
    int[] heights = measured.of(frame.shared().sim(), frame.shared().controls());
    StringBuilder sum = new StringBuilder("calc(").append(heights[0]).append("px");
    IntStream.range(1, widths.length)
        .filter(i -> heights[i] != heights[i - 1])
        .forEach(
            i -> {
              double slope = (double) (heights[i] - heights[i - 1]) / (widths[i] - widths[i - 1]);
              sum.append(
                  String.format(
                      Locale.ROOT,
                      " %s %.3f * (clamp(%dpx, 100cqi, %dpx) - %dpx)",
                      slope < 0 ? "-" : "+",
                      Math.abs(slope),
                      widths[i - 1],
                      widths[i],
                      widths[i - 1]));
            });
    return sum.append(")").toString();
  }

  private static String mdx(Frame frame) {
    return """
        <div style={{containerType: 'inline-size'}}>
          <iframe
            src=%s
            title=%s
            width={%d}
            height={%d}
            loading="lazy"
            allow="clipboard-write"
            style={{border: 0, width: '100%%', height: '%s'}}
          />
        </div>"""
        .formatted(
            Escapes.jsx(frame.address()),
            Escapes.jsx(frame.title()),
            frame.width(),
            frame.height(),
            fluid(frame));
  }

  /** A frame would not come through: a picture and a link do. */
  private static String markdown(Frame frame) {
    return "[![%s](%s)](%s)\n\n[%s](%s)"
        .formatted(
            Escapes.markdown(frame.title()),
            frame.picture(),
            frame.page(),
            Escapes.markdown(frame.opening()),
            frame.page());
  }

  /** The page's address, unless only the frame's says all that was chosen. */
  private static String wordPress(Frame frame) {
    return frame.shared().manner().isEmpty() ? frame.page() : frame.address();
  }

  /** What an editor strips of it leaves a working link. */
  private static String lms(Frame frame) {
    return "<p>"
        + frame(frame, " frameborder=\"0\"")
        + "</p>\n<p><a href=\""
        + Escapes.html(frame.page())
        + "\" target=\"_blank\" rel=\"noopener\">"
        + Escapes.html(frame.opening())
        + "</a></p>";
  }

  private static String latex(Frame frame) {
    String address = Escapes.latex(frame.page());
    return """
        %% needs \\usepackage{hyperref}
        \\href{%s}{%s}
        %% on paper, with \\usepackage{qrcode}: \\qrcode{%s}"""
        .formatted(address, Escapes.latex(frame.opening()), address);
  }
}
