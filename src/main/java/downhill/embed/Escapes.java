package downhill.embed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as each kind of page writes it, so that it is read there as it was here. */
final class Escapes {

  /** What Markdown may take for its own (CommonMark 0.31.2, 2.4 and 6): ASCII punctuation. */
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&$@:-]");

  private static final Pattern LATEX = Pattern.compile("[\\\\{}$&#_%^~]");

  private Escapes() {}

  /** The text of an element or the value of an attribute in double quotes, in HTML and XML. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * An expression of JavaScript in braces, as an attribute's value in JSX. Written so it needs no
   * knowledge of which entities a compiler turns back.
   */
  static String jsx(String text) {
    StringBuilder literal = new StringBuilder("{\"");
    text.chars().forEach(c -> literal.append(jsxCharacter((char) c)));
    return literal.append("\"}").toString();
  }

  private static String jsxCharacter(char c) {
    boolean plain = c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '\u2028' && c != '\u2029';
    return plain ? String.valueOf(c) : String.format("\\u%04x", (int) c);
  }

  /** Words in Markdown; line ends become spaces, since a paragraph's end would end the words. */
  static String markdown(String text) {
    return MARKDOWN.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
  }

  /** Words in LaTeX. */
  static String latex(String text) {
    return LATEX
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(latexCharacter(found.group().charAt(0))));
  }

  private static String latexCharacter(char c) {
    switch (c) {
      case '\\':
        return "\\textbackslash{}";
      case '^':
        return "\\textasciicircum{}";
      case '~':
        return "\\textasciitilde{}";
      default:
        return "\\" + c;
    }
  }
}
