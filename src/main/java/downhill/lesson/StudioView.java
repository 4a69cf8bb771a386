package downhill.lesson;

import downhill.studio.Examples;
import downhill.studio.Examples.Example;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Studio as the server renders it.
 *
 * @param path its address
 * @param notices what of the address was not used, and what was used instead
 * @param program its text
 * @param example the slug of the example that this is; empty where it is the reader's own
 * @param mistakes what keeps it from running, a sentence each
 * @param sorts whether its answers are right or wrong; else they are numbers
 * @param losses the loss by round
 * @param table the rounds, a row each, as far as a page shows them
 * @param more whether the table leaves rounds out
 * @param ending how the training ended, or how to begin one
 * @param outputs what the program puts out, where it was run here
 * @param state what the script begins with, as JSON
 */
record StudioView(
    String path,
    List<String> notices,
    String program,
    String example,
    List<String> mistakes,
    boolean sorts,
    LossDrawing losses,
    List<List<String>> table,
    boolean more,
    String ending,
    List<String> outputs,
    String state) {

  /** Programs to start from. */
  public List<Example> examples() {
    return Examples.all();
  }

  /** The program as a field's text, of which a browser drops the first line's end. */
  public String field() {
    return "\n" + program;
  }

  /** The query of the link to it. */
  public String query() {
    return "program=" + URLEncoder.encode(program, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
