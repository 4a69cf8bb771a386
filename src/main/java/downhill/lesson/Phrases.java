package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences that the server and the script share. */
@Component
class Phrases {

  private static final String SCRIPT = "js.";

  /** A slope below this cannot be felt; the script has the same. */
  private static final double FLAT = 5e-4;

  /**
   * A piece of a sentence.
   *
   * @param text the words
   * @param symbol the mark that they speak of; empty for none
   */
  record Piece(String text, String symbol) {}

  private final MessageSource messages;

  Phrases(MessageSource messages) {
    this.messages = messages;
  }

  /** The script's sentences by their keys, the prefix taken off. */
  Map<String, String> ofScript() {
    return ofScript(SCRIPT);
  }

  /** Those of one prefix alone, which only one script needs. */
  Map<String, String> ofScript(String prefix) {
    Map<String, String> found = new TreeMap<>();
    ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);
    for (String key : bundle.keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), messages.getMessage(key, null, Tongue.spoken()));
      }
    }
    return found;
  }

  /** What there is to say at step 0, as the script says it. */
  List<Piece> start(Step first) {
    List<Piece> pieces = new ArrayList<>();
    String mark = "\u0001";
    String whole = say("step.sentence", "0", mark + "w", mark + "gradient", mark + "loss");
    Map<String, String> parts =
        Map.of(
            "w", say("step.place", Figures.said(first.w()[0])),
            "gradient", slope(first.gradient()[0]),
            "loss", say("step.loss.is", Figures.said(first.loss())));
    String[] rest = whole.split(mark);
    pieces.add(new Piece(rest[0], ""));
    for (int i = 1; i < rest.length; i++) {
      String piece = rest[i];
      String symbol = parts.keySet().stream().filter(piece::startsWith).findFirst().orElseThrow();
      pieces.add(new Piece(parts.getOrDefault(symbol, ""), symbol));
      pieces.add(new Piece(piece.substring(symbol.length()), ""));
    }
    pieces.add(new Piece(" " + say("remark.start"), ""));
    return pieces;
  }

  /** What there is to say of a slope. */
  String slope(double slope) {
    String side = slope > 0 ? "step.slope.right" : "step.slope.left";
    return say(Math.abs(slope) < FLAT ? "step.flat" : side, Figures.said(slope));
  }

  /** A sentence of the script. */
  String say(String key, Object... values) {
    return messages.getMessage(SCRIPT + key, Tongue.values(values), Tongue.spoken());
  }

  /** A sentence of the script about n of something: see {@code describe/messages.js}. */
  String counted(String key, int n, Object... values) {
    return say(n == 1 ? key + ".one" : key, values);
  }

  /** A sentence of a page. */
  String page(String key, Object... values) {
    return messages.getMessage(key, Tongue.values(values), Tongue.spoken());
  }
}
