package downhill.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The colours of a picture that is taken away. What reads an SVG elsewhere knows neither custom
 * properties nor themes, so that the stylesheets of our pages are worked out for it, by day.
 */
@Component
class Ink {

  private static final Pattern PROPERTY = Pattern.compile("(--[\\w-]+):\\s*([^;]+);");
  private static final Pattern USE = Pattern.compile("var\\((--[\\w-]+)\\)");
  private static final Pattern BY_DAY =
      Pattern.compile("light-dark\\(((?:[^(),]|\\([^()]*\\))+),(?:[^()]|\\([^()]*\\))+\\)");
  private static final Pattern MIXTURE =
      Pattern.compile("color-mix\\(in srgb, #(\\w+) ([\\d.]+)%, #(\\w+)\\)");

  private final Map<String, String> palette = new HashMap<>();
  private final String style;

  Ink() {
    for (Matcher property : new Matcher[] {in("palette.css"), in("downhill.css")}) {
      while (property.find()) {
        palette.putIfAbsent(property.group(1), property.group(2));
      }
    }
    style = text("drawing.css");
  }

  /** The style of drawings. */
  String style() {
    return style;
  }

  /** A stylesheet, or what uses one, with its colours worked out. */
  String plain(String text) {
    String used = text;
    while (USE.matcher(used).find()) {
      used = replaced(USE, used, use -> palette.getOrDefault(use.group(1), "none"));
    }
    String light = replaced(BY_DAY, used, both -> both.group(1).strip());
    return replaced(MIXTURE, light, Ink::mixed);
  }

  private static String mixed(MatchResult mixture) {
    double share = Double.parseDouble(mixture.group(2)) / 100;
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      double channel =
          share * channel(mixture.group(1), i) + (1 - share) * channel(mixture.group(3), i);
      colour.append(String.format("%02x", Math.round(channel)));
    }
    return colour.toString();
  }

  private static int channel(String hex, int i) {
    return hex.length() == 3
        ? 17 * Integer.parseInt(hex.substring(i, i + 1), 16)
        : Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
  }

  private static String replaced(Pattern what, String in, Function<MatchResult, String> by) {
    return what.matcher(in).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }

  private static Matcher in(String stylesheet) {
    return PROPERTY.matcher(text(stylesheet));
  }

  private static String text(String stylesheet) {
    try {
      return new ClassPathResource("static/css/" + stylesheet)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
