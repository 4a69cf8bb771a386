package downhill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.embed.Snippets.Kind;
import downhill.run.SpecJson;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever a program, a formula or a title says, each kind of page reads it as it was. */
class SnippetsTests {

  private static final String ORIGIN = "https://downhill.example";
  private static final String[] NASTY = {
    "\"",
    "'",
    "&",
    "&amp;",
    "&copy",
    "<",
    ">",
    "</script>",
    "-->",
    "<!--",
    "%",
    "%0A",
    "%zz",
    "#",
    "{",
    "}",
    "{{",
    "$",
    "${x}",
    "_",
    "__",
    "*",
    "**",
    "~",
    "^",
    "\\",
    "\\n",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "|",
    ";",
    "=",
    "?",
    "+",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "é",
    "ñ",
    "日本",
    "😀",
    "‮",
    "\u2028",
    "a",
    "b",
    "7",
    "http://x.example/",
    "\\end{document}",
    "]]>",
    "<iframe>"
  };

  static Stream<Frame> frames() {
    Random chance = new Random(6);
    return IntStream.range(0, 60)
        .mapToObj(
            i -> {
              String title = nasty(chance).replaceAll("\\s+", " ").strip();
              Shared shared =
                  i % 2 == 0
                      ? shared("studio", Map.of("program", nasty(chance), "theme", "dark"))
                      : shared("playground", Map.of("formula", nasty(chance), "hide", "guess"));
              return new Frame(shared, ORIGIN, title, title, title, 640, 900);
            });
  }

  private static Shared shared(String sim, Map<String, String> query) {
    return Shared.of(sim, query).orElseThrow();
  }

  private static String nasty(Random chance) {
    return "x"
        + IntStream.range(0, 1 + chance.nextInt(25))
            .mapToObj(i -> NASTY[chance.nextInt(NASTY.length)])
            .reduce("", String::concat)
        + "y";
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anAddressCarriesAllOfIt(Frame frame) {
    for (String address : List.of(frame.address(), frame.page())) {
      URI uri = URI.create(address);
      assertThat(address).matches("[A-Za-z0-9:/?&=%.,_-]+");
      assertThat(Query.members(uri.getRawQuery()))
          .containsAllEntriesOf(frame.shared().shown().asked());
    }
    assertThat(Snippets.text(Kind.LINK, frame)).isEqualTo(frame.page());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void htmlHoldsTheFrame(Frame frame) throws Exception {
    for (Kind kind :
        List.of(Kind.IFRAME, Kind.RESPONSIVE, Kind.SCRIPT, Kind.WORDPRESS_HTML, Kind.LMS)) {
      List<Element> all = elements(Snippets.text(kind, frame), "iframe");
      assertThat(all).as(kind.key()).hasSize(1);
      Element found = all.get(0);
      assertThat(found.getAttribute("src")).isEqualTo(frame.address());
      assertThat(found.getAttribute("title")).isEqualTo(frame.title());
      assertThat(found.getAttribute("width")).isEqualTo("640");
      assertThat(found.getAttribute("height")).isEqualTo("900");
      assertThat(found.getAttribute("loading")).isEqualTo("lazy");
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void whatACourseStripsLeavesALink(Frame frame) throws Exception {
    String text = Snippets.text(Kind.LMS, frame);
    List<Element> links = elements(text.replaceAll("<iframe[^>]*></iframe>", ""), "a");

    assertThat(links).hasSize(1);
    assertThat(links.get(0).getAttribute("href")).isEqualTo(frame.page());
    assertThat(links.get(0).getTextContent()).isEqualTo(frame.opening());
    assertThat(text).doesNotContain("style=", "<script");
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anElementSaysTheSameInItsAttributes(Frame frame) throws Exception {
    Element element = elements(Snippets.text(Kind.ELEMENT, frame), "downhill-sim").get(0);

    assertThat(element.getAttribute("sim")).isEqualTo(frame.shared().sim());
    frame
        .shared()
        .members()
        .forEach((name, value) -> assertThat(element.getAttribute(name)).isEqualTo(value));
    assertThat(element.getAttribute("title")).isEqualTo(frame.title());
    assertThat(((Element) element.getFirstChild()).getAttribute("href")).isEqualTo(frame.page());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void mdxHoldsTheFrameInLiterals(Frame frame) {
    String text = Snippets.text(Kind.MDX, frame);

    assertThat(literal(text, "src")).isEqualTo(frame.address());
    assertThat(literal(text, "title")).isEqualTo(frame.title());
    assertThat(text).doesNotContain("\n\n");
  }

  @ParameterizedTest
  @MethodSource("frames")
  void markdownIsAPictureAndALink(Frame frame) {
    Node document = Parser.builder().build().parse(Snippets.text(Kind.MARKDOWN, frame));
    List<Link> links = new ArrayList<>();
    List<Image> pictures = new ArrayList<>();
    document.accept(collector(links::add, pictures::add));

    assertThat(links.stream().map(Link::getDestination))
        .containsExactly(frame.page(), frame.page());
    assertThat(pictures.stream().map(Image::getDestination)).containsExactly(frame.picture());
    assertThat(TextContentRenderer.builder().build().render(links.get(1)))
        .startsWith("\"" + frame.opening().replaceAll("\\s+", " ") + "\"");
    assertThat(document.getLastChild().getPrevious()).isEqualTo(document.getFirstChild());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void wordPressGetsOneLineThatItsFilterLeavesAlone(Frame frame) {
    String text = Snippets.text(Kind.WORDPRESS, frame);

    assertThat(text).matches("https?://[^\\s<>\"]+");
    assertThat(WordPress.url(text).replace("&#038;", "&")).isEqualTo(text);
    assertThat(Query.members(URI.create(text).getRawQuery()))
        .containsAllEntriesOf(frame.shared().withoutLineEnds().members());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void latexLeadsToThePageInsideAnyArgument(Frame frame) {
    String text = Snippets.text(Kind.LATEX, frame);
    String[] read = LatexReader.href(text);

    assertThat(read[0]).isEqualTo(frame.page());
    assertThat(read[1]).isEqualTo(frame.opening());
    assertThat(text.lines()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void thereIsOneOfEachKindWithItsWords(Kind kind) throws Exception {
    String words = "share.kind." + kind.key() + " = ";
    for (String file : List.of("messages", "messages_es")) {
      assertThat(Files.readString(Path.of("src/main/resources/" + file + ".properties")))
          .contains("\n" + words);
    }
  }

  private static List<Element> elements(String html, String name) throws Exception {
    DocumentFragment parsed =
        new HtmlDocumentBuilder().parseFragment(new InputSource(new StringReader(html)), "body");
    List<Element> found = new ArrayList<>();
    collect(parsed.getChildNodes(), name, found);
    return found;
  }

  private static void collect(NodeList nodes, String name, List<Element> found) {
    IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .forEach(
            node -> {
              if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
              }
              collect(node.getChildNodes(), name, found);
            });
  }

  private static String literal(String jsx, String attribute) {
    Matcher found =
        Pattern.compile("\\s" + attribute + "=\\{(\"(?:[^\"\\\\]|\\\\.)*\")}").matcher(jsx);
    assertThat(found.find()).as(jsx).isTrue();
    return SpecJson.mapper().readValue(found.group(1), String.class);
  }

  private static AbstractVisitor collector(Consumer<Link> links, Consumer<Image> pictures) {
    return new AbstractVisitor() {
      @Override
      public void visit(Link link) {
        links.accept(link);
        visitChildren(link);
      }

      @Override
      public void visit(Image image) {
        pictures.accept(image);
      }
    };
  }
}
