package downhill.embed;

import java.util.Map;

/** Reads as much of LaTeX as a link with its words needs. */
final class LatexReader {

  private static final Map<String, String> NAMED =
      Map.of("textbackslash", "\\", "textasciicircum", "^", "textasciitilde", "~");

  private LatexReader() {}

  /** The address and the words of the first {@code \href}, as they are set. */
  static String[] href(String text) {
    String plain = text.lines().filter(line -> !line.startsWith("%")).findFirst().orElseThrow();
    if (!plain.startsWith("\\href{")) {
      throw new IllegalArgumentException("No link: " + plain);
    }
    int[] at = {6};
    String address = argument(plain, at);
    at[0] += 1;
    String words = argument(plain, at);
    if (at[0] != plain.length()) {
      throw new IllegalArgumentException("More than a link: " + plain.substring(at[0]));
    }
    return new String[] {address, words};
  }

  private static String argument(String text, int[] at) {
    StringBuilder read = new StringBuilder();
    while (text.charAt(at[0]) != '}') {
      char c = text.charAt(at[0]++);
      if ("{$&#_%^~".indexOf(c) >= 0) {
        throw new IllegalArgumentException("LaTeX would not print " + c + " at " + at[0]);
      }
      read.append(c == '\\' ? command(text, at) : String.valueOf(c));
    }
    at[0]++;
    return read.toString();
  }

  private static String command(String text, int[] at) {
    if ("{}$&#_%".indexOf(text.charAt(at[0])) >= 0) {
      return String.valueOf(text.charAt(at[0]++));
    }
    int end = text.indexOf("{}", at[0]);
    String name = text.substring(at[0], end);
    at[0] = end + 2;
    return String.valueOf(NAMED.get(name));
  }
}
