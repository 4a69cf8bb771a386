package downhill.site;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of our ES modules, read so that it can be written again as a function scope among others.
 *
 * <p>It may say, each at the start of a line: {@code import { a, b as c } from './other.js';},
 * {@code import './other.js';}, and {@code export} before a {@code class}, a {@code function} or a
 * {@code const} with one name; and anywhere {@code import('./other.js')}. These forms mean in a
 * scope what they mean in a module, where no two modules import each other. Any other use of {@code
 * import} or {@code export}, and a wait outside of functions, is refused.
 */
final class EsModule {

  /** Comments, strings, templates and regular expressions: words in them are not code. */
  private static final Pattern NO_CODE =
      Pattern.compile(
          "//.*+|/\\*(?s:.*?)\\*/"
              + "|'(?:[^'\\\\\\n]|\\\\.)*+'"
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\""
              + "|`(?:[^`\\\\]|\\\\(?s:.))*+`"
              + "|/(?<=(?:[(,=:\\[!&|?{};>]|\\breturn)\\s{0,99}/)"
              + "(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*+\\])++/");

  private static final Pattern LICENCE = Pattern.compile("(?i)licen[cs]e|copyright");

  private static final Pattern WORD =
      Pattern.compile("(?<![\\w$.#])(?:import|export)(?![\\w$]|\\s*:)");

  /** Lines within functions are indented. */
  private static final Pattern WAIT = Pattern.compile("(?m)^(?=\\S)(?!.*\\basync\\b).*\\bawait\\b");

  /** Groups: 1 the names imported, 2 from where; 3 the name exported; 4 what is imported later. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?m)^import (?:\\{([\\w$,\\s]*)\\} from )?'([^'\\n]+)';$"
              + "|^export (?=(?:async )?(?:class|const|function\\*?) ([\\w$]+))"
              + "|import\\('([^'\\n]+)'\\)");

  private final String path;
  private final String source;
  private final List<MatchResult> forms;

  /**
   * An import.
   *
   * @param target the path of the module that is imported, or a bare name as it is written
   * @param names what is imported of it
   * @param late whether it is imported only when the code comes there
   * @param place where this stands, for a person: path and line
   */
  record Import(String target, Set<String> names, boolean late, String place) {

    @Override
    public String toString() {
      return place + " imports " + (names.isEmpty() ? "" : names + " of ") + target;
    }
  }

  /**
   * Reads a module.
   *
   * @param path where it is, such as {@code /js/view/parts.js}
   * @throws IllegalArgumentException where it does not keep to the forms; it names path and line
   */
  EsModule(String path, String source) {
    this.path = path;
    this.source = source;
    String code = NO_CODE.matcher(source).replaceAll(quiet -> blank(quiet.group()));
    Matcher wait = WAIT.matcher(code);
    if (wait.find()) {
      throw refused(wait.start());
    }
    this.forms = WORD.matcher(code).results().map(word -> form(word.start())).toList();
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\r\\n]", " ");
  }

  private MatchResult form(int at) {
    Matcher form = FORM.matcher(source).useAnchoringBounds(false).region(at, source.length());
    if (!form.lookingAt()) {
      throw refused(at);
    }
    return form.toMatchResult();
  }

  private IllegalArgumentException refused(int at) {
    return new IllegalArgumentException(
        place(at)
            + " can not be joined with other modules: \""
            + source.substring(at).lines().findFirst().orElse("")
            + "\". Allowed are import { a, b as c } from './x.js'; and import './x.js'; on lines of"
            + " their own, export before a class, function or const with one name, and"
            + " import('./x.js'); and await in functions only.");
  }

  private String place(int at) {
    return path + ":" + (1 + source.substring(0, at).chars().filter(c -> c == '\n').count());
  }

  String path() {
    return path;
  }

  /** All that it imports, in its order. */
  List<Import> imports() {
    return forms.stream()
        .filter(form -> form.group(3) == null)
        .map(
            form ->
                form.group(4) == null
                    ? new Import(resolve(form.group(2)), names(form), false, place(form.start()))
                    : new Import(resolve(form.group(4)), Set.of(), true, place(form.start())))
        .toList();
  }

  /** The names that it exports, in its order. */
  Set<String> exports() {
    return forms.stream()
        .map(form -> form.group(3))
        .filter(name -> name != null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> names(MatchResult form) {
    return form.group(1) == null
        ? Set.of()
        : Arrays.stream(form.group(1).split(","))
            .map(name -> name.strip().split("\\s")[0])
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }

  private String resolve(String name) {
    return name.startsWith(".") ? URI.create(path).resolve(name).getPath() : name;
  }

  /**
   * The statement that makes this module's scope, which is the constant {@link #scope} and holds
   * what the module exports. Each line of the module is a line of it; those of comments are empty,
   * but for licences.
   *
   * @param late where a module that is imported late is found, by its path
   */
  String toScope(UnaryOperator<String> late) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (MatchResult form : forms) {
      text.append(source, from, form.start()).append(rewritten(form, late));
      from = form.end();
    }
    text.append(source, from, source.length());
    return "// "
        + path
        + "\nconst "
        + scope(path)
        + " = (() => {\n"
        + withoutComments(text.toString())
        + "\nreturn { "
        + String.join(", ", exports())
        + " };\n})();\n";
  }

  private static String withoutComments(String code) {
    return NO_CODE
        .matcher(code)
        .replaceAll(
            quiet -> {
              String text = quiet.group();
              boolean comment = text.startsWith("//") || text.startsWith("/*");
              boolean kept = !comment || LICENCE.matcher(text).find();
              return Matcher.quoteReplacement(kept ? text : text.replaceAll("[^\\n]", ""));
            });
  }

  private String rewritten(MatchResult form, UnaryOperator<String> late) {
    if (form.group(3) != null) {
      return "";
    }
    if (form.group(4) != null) {
      return "import('" + late.apply(resolve(form.group(4))) + "')";
    }
    if (form.group(1) == null) {
      return "";
    }
    String names = form.group(1).replaceAll("\\sas\\s", ": ");
    return "const {" + names + "} = " + scope(resolve(form.group(2))) + ";";
  }

  /** The name of the scope of a module: {@code $view$parts} for {@code /js/view/parts.js}. */
  static String scope(String path) {
    return "$"
        + path.replaceFirst("^/js/", "")
            .replaceFirst("\\.js$", "")
            .replace('/', '$')
            .replaceAll("[^\\w$]", "_");
  }
}
