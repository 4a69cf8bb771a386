package downhill.hosting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.run.FirstProgram;
import downhill.run.Limits;
import downhill.stream.TestPage;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;

/**
 * Each limit, set by the environment of a process, is one that the next thing past it meets, in an
 * error that names it.
 */
class LimitsTests {

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("DOWNHILL_LIMITS_RUNSPERCONNECTION", "2"),
          Map.entry("DOWNHILL_LIMITS_CONNECTIONS_PER_ADDRESS", "3"),
          Map.entry("DOWNHILL_LIMITS_CONNECTIONS", "8"),
          Map.entry("DOWNHILL_LIMITS_FRAMEBYTES", "3000"),
          Map.entry("DOWNHILL_LIMITS_FORMULA_LENGTH", "20"),
          Map.entry("DOWNHILL_LIMITS_POINTS", "5"),
          Map.entry("DOWNHILL_LIMITS_STEPS", "55"),
          Map.entry("DOWNHILL_LIMITS_STEPS_PER_REQUEST", "11"),
          Map.entry("DOWNHILL_LIMITS_SWEEPSTEPS", "200"),
          Map.entry("DOWNHILL_LIMITS_PROGRAMBYTES", "600"),
          Map.entry("DOWNHILL_LIMITS_LAYERS", "2"),
          Map.entry("DOWNHILL_LIMITS_UNITS", "7"),
          Map.entry("DOWNHILL_LIMITS_PARAMETERS", "40"),
          Map.entry("DOWNHILL_LIMITS_TRAININGWORK", "1001"));

  private static final String RUN = "/api/runs?optimizer=sgd&learningRate=0.1&";
  private static final String SWEEP = "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1";
  private static final String SPEC =
      "{'objective':{'curve':'bumpy'},'optimizer':{'name':'sgd','learningRate':0.1}}";

  private static Instance instance;

  @BeforeAll
  static void start() throws Exception {
    instance = new Instance(ENVIRONMENT);
  }

  @AfterAll
  static void stop() throws Exception {
    instance.close();
  }

  static Stream<List<String>> queriesPastALimit() {
    String program = FirstProgram.TEXT;
    return Stream.of(
        List.of("20", RUN + "formula=" + "w-".repeat(10) + "w"),
        List.of("5", RUN + "points=1,2;2,3;3,4;4,5;5,6;6,7"),
        List.of("55", RUN + "curve=bumpy&steps=56"),
        List.of("11", "/api/batches?data=lemonade&batch=8&seed=1&n=12"),
        List.of("200", SWEEP + "&steps=50&starts=-6,6,5"),
        programPast("600", "# " + "x".repeat(600) + "\n" + program),
        programPast(
            "2",
            program
                .replace("  layer hidden", "  layer hidden size 3 kind relu\n  layer hidden")
                .replace("size 16", "size 3")),
        programPast("7", program.replace("size 16", "size 8")),
        programPast("40", program.replace("size 16", "size 7")),
        programPast("1001", FirstProgram.line("rounds: 30, speed: 0.1")));
  }

  private static List<String> programPast(String limit, String program) {
    return List.of(limit, "/api/runs?program=" + URLEncoder.encode(program, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("queriesPastALimit")
  void aQueryPastItIsToldTheLimit(List<String> limitAndQuery) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address(limitAndQuery.get(1))).build();
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).containsPattern("\\b" + limitAndQuery.get(0) + "\\b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs",
        "/api/program?language=numpy",
        "/api/studio",
        "/api/studio/predictions"
      })
  void aBodyPastTheBytesIsToldTheLimit(String path) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(3001)))
                .build());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("3000", "too-large");
  }

  @Test
  void aFramePastTheBytesEndsItsConnection() throws Exception {
    try (TestPage page = new TestPage(instance.port(), "198.51.100.1")) {
      page.say(" ".repeat(3001));
      assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
    }
  }

  @Test
  void aConnectionCarriesNoMoreRunsAndARequestAsksForNoMoreSteps() throws Exception {
    try (TestPage page = new TestPage(instance.port(), "198.51.100.2")) {
      for (String run : List.of("a", "b")) {
        page.say("{'type':'start','run':'" + run + "','spec':" + SPEC + "}");
        assertThat(page.next().path("type").asString()).isEqualTo("started");
      }
      page.say("{'type':'start','run':'c','spec':" + SPEC + "}");
      assertError(page.next(), "too-many-runs", "2");
      page.say("{'type':'request','run':'a','n':12}");
      assertError(page.next(), "invalid", "11");
      page.say("{'type':'start','run':'a','from':56,'spec':" + SPEC + "}");
      assertError(page.next(), "invalid", "55");
    }
  }

  private static void assertError(JsonNode frame, String code, String limit) {
    assertThat(frame.path("code").asString()).isEqualTo(code);
    assertThat(frame.path("message").asString()).containsPattern("\\b" + limit + "\\b");
  }

  @Test
  void connectionsPastTheLimitsAreTurnedAway() throws Exception {
    List<TestPage> pages =
        IntStream.range(0, 3).mapToObj(i -> new TestPage(instance.port(), "198.51.100.3")).toList();
    // Who is answered has been counted; the handshake's answer comes before.
    for (TestPage page : pages) {
      page.say("{'type':'cancel','run':'nobody'}");
      page.next();
    }
    assertThatThrownBy(() -> new TestPage(instance.port(), "198.51.100.3"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(429));
    pages.forEach(TestPage::close);
  }

  static Stream<RecordComponent> limits() {
    return Arrays.stream(Limits.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("limits")
  void whatCannotBeALimitIsRefusedByName(RecordComponent limit) {
    String name = "downhill.limits." + key(limit);
    for (String wrong : List.of("0", "-1", "1000000001")) {
      MapConfigurationPropertySource settings =
          new MapConfigurationPropertySource(Map.of(name, wrong));
      assertThatThrownBy(() -> new Binder(settings).bindOrCreate("downhill.limits", Limits.class))
          .rootCause()
          .hasMessage(name + " must be 1 to 1000000000, and this is " + wrong);
    }
  }

  @Test
  void theServiceDoesNotStartWithWhatCannotBeASetting() {
    assertThatThrownBy(() -> new Instance(Map.of("DOWNHILL_STREAM_HEARTBEAT", "0s")))
        .hasMessageContaining("downhill.stream.heartbeat must be above 0s and at most 1h");
  }

  /** One row each, with the default, as a reader of the README types it. */
  @ParameterizedTest
  @MethodSource("limits")
  void theReadmeTellsIt(RecordComponent limit) throws Exception {
    Object usual = limit.getAccessor().invoke(new Binder().bindOrCreate("x", Limits.class));
    assertThat(Files.readString(Path.of("README.md")).replace(",", ""))
        .containsPattern(
            "\\| `downhill\\.limits\\." + key(limit) + "` \\| [^|]+ \\| " + usual + " \\|");
  }

  @Test
  void theReadmeTellsEverySettingOfOurs() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    ClassPathScanningCandidateComponentProvider ours =
        new ClassPathScanningCandidateComponentProvider(false);
    ours.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Set<BeanDefinition> found = ours.findCandidateComponents("downhill");
    assertThat(found).hasSizeGreaterThanOrEqualTo(3);
    for (BeanDefinition each : found) {
      Class<?> settings = Class.forName(each.getBeanClassName());
      String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
      assertThat(settings.getRecordComponents())
          .allSatisfy(one -> assertThat(readme).contains("| `" + prefix + "." + key(one) + "` |"));
    }
  }

  private static String key(RecordComponent limit) {
    return limit.getName().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + instance.port() + path.replace("^", "%5E"));
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
