package downhill.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.program.Language;
import downhill.run.FirstProgram;
import downhill.run.SpecJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the service's real answers to the description that it serves. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiTests {

  private static final String RATE = "&learningRate=0.01&steps=30";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;
  private JsonNode description;

  @BeforeEach
  void readTheDescriptionAsServed() throws Exception {
    Map<String, Object> yaml = new Yaml().load(get("/openapi.yaml").body());
    description = SpecJson.mapper().valueToTree(yaml);
  }

  static Stream<String> runs() {
    Stream<String> rules =
        Arrays.stream(OptimizerKind.values())
            .map(kind -> "surface=beale&optimizer=" + kind.key() + RATE);
    Stream<String> ways =
        Stream.of(
            "curve=bumpy&optimizer=sgd&schedule=cosine&schedule.over=20",
            "curve=cliff&optimizer=sgd&schedule=one-cycle&schedule.over=20&noise=0.5&seed=4",
            "formula=w^4-w&domain=-2,2&optimizer=adam&beta1=0.5",
            "formula=x^2*y^2&domain=-2,2,-3,3&start=1,1&optimizer=sgd",
            "data=lemonade&scale=true&batch=8&optimizer=adam",
            "points=1,2;3,4;5,4&batch=1&optimizer=sgd");
    return Stream.concat(rules, ways.map(way -> way + RATE));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void describesRuns(String query) throws Exception {
    JsonNode run = json(get("/api/runs?" + query));
    holds("Run", run);
    holds("SpecIn", run.path("spec"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"curve=bumpy", "curve=valley&stretch=-9,9", "heights=4,1,0,1,2,3,2,5&domain=-3,3"})
  void describesCurves(String query) throws Exception {
    holds("CurveLandscape", json(get("/api/landscape?" + query)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"surface=himmelblau", "formula=ln(x)+y^2"})
  void describesSurfaces(String query) throws Exception {
    holds("SurfaceLandscape", json(get("/api/landscape?" + query)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data=lemonade", "data=lemonade&scale=true", "points=1,2;1,4"})
  void describesData(String query) throws Exception {
    holds("DataLandscape", json(get("/api/landscape?" + query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"w^2 + sin(w)", "x^2*y", "7", "2w", "w*sin(w*sin(w*sin(w*sin(w*sin(w))))) + 2"})
  void describesFormulas(String formula) throws Exception {
    holds("Formula", json(get("/api/formula?formula=" + formula.replace(" ", "%20"))));
  }

  @Test
  void describesADerivativeThatIsTooLong() throws Exception {
    String formula = "sin(".repeat(100) + "w" + ")".repeat(100);
    JsonNode answer = json(get("/api/formula?formula=" + formula));
    holds("Formula", answer);
    assertThat(answer.path("derivatives").isNull()).isTrue();
  }

  @Test
  void namesTheLanguagesOfPrograms() {
    JsonNode names = description.at("/components/parameters/language/schema/enum");
    assertThat(names.valueStream().map(JsonNode::stringValue).toList()).isEqualTo(Language.keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data=lemonade&batch=8&seed=7&from=30&n=9", "points=1,2;1,4"})
  void describesBatches(String query) throws Exception {
    holds("Batches", json(get("/api/batches?" + query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve=bumpy&optimizer=sgd&learningRate=0.1&starts=-6,6,25",
        "formula=ln(w)&domain=-1,3&optimizer=adam&starts=-1,3,5&rates=0.01,1,3",
        "curve=bumpy&optimizer=sgd&learningRate=0.1&starts=-6,6,20,random&seed=7",
        "surface=himmelblau&optimizer=sgd&rates=0.001,0.1,4&near=0.01"
      })
  void describesSweeps(String query) throws Exception {
    holds("Sweep", json(get("/api/sweep?" + query)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&maxwidth=500", "&maxheight=100"})
  void describesOEmbed(String most) throws Exception {
    holds("OEmbed", json(get("/oembed?url=http://127.0.0.1:" + port + "/studio" + most)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"roll?start=2&theme=dark", "studio?program=print%201&language=es"})
  void describesSnippets(String query) throws Exception {
    holds("Snippets", json(get("/api/snippets/" + query)));
  }

  @Test
  void describesTheCatalogueAndNamesAllOfIt() throws Exception {
    holds("Catalogue", json(get("/api/catalogue")));
    assertThat(names("OptimizerName"))
        .isEqualTo(Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList());
    assertThat(names("ScheduleName"))
        .isEqualTo(Arrays.stream(ScheduleKind.values()).map(ScheduleKind::key).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs?curve=bumpy&optimizer=sgd&learningRate=0",
        "/api/runs?curve=bumpy",
        "/api/landscape?curve=nowhere",
        "/api/landscape?formula=sin(",
        "/api/batches?curve=bumpy",
        "/api/formula",
        "/api/landscape?formula=3*w+sn(w)",
        "/api/landscape?formula=(w",
        "/api/formula?formula=w&curve=bumpy",
        "/api/program?language=java&curve=bumpy",
        "/api/program?language=basic&curve=bumpy&optimizer=sgd&learningRate=1",
        "/api/program?curve=bumpy&optimizer=sgd&learningRate=1",
        "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1&starts=1,0,5",
        "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1&starts=0,1",
        "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1&starts=0,1,5,lucky",
        "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1&starts=0,1,random",
        "/api/sweep?curve=bumpy&optimizer=sgd&rates=0,1,5",
        "/api/sweep?surface=bowl&optimizer=sgd&learningRate=0.1&starts=0,1,5",
        "/api/sweep?curve=bumpy&optimizer=sgd&learningRate=0.1&starts=0,1,512&steps=10000",
        "/api/batches?data=lemonade&batch=61",
        "/api/runs.csv?curve=bumpy&optimizer=x&learningRate=1",
        "/oembed",
        "/api/snippets/roll?width=9",
        "/oembed?url=http://127.0.0.1/sims/roll&maxwidth=0"
      })
  void describesProblems(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    holds("Problem", json(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fruits|relu|4|softmax|rounds: 3, speed: 0.1, hold_out: 0.2",
        "moons|tanh|1|sigmoid|rounds: 3, speed: 0.1",
        "lemonade|relu|1|linear|rounds: 3, speed: 0.1, optimizer: \"adam\""
      })
  void describesPrograms(String what) throws Exception {
    String[] parts = what.split("\\|");
    String program =
        FirstProgram.TEXT
                .replace("fruits", parts[0])
                .replace("relu", parts[1])
                .replace("4  kind softmax", parts[2] + " kind " + parts[3])
                .replace("rounds: 30, speed: 0.1", parts[4])
            + "show data\nshow net\nprint 1\npredict net, row: 1\n";
    JsonNode spec =
        SpecJson.mapper()
            .readTree(FirstProgram.spec(program, ",\"watch\":[\"weights\",\"output\"]", ""));
    holds("SpecIn", spec);
    JsonNode run = json(post("/api/runs", spec.toString()));
    holds("Run", run);
    holds("SpecIn", run.path("spec"));
    String asked = SpecJson.mapper().writeValueAsString(program);
    for (String more : List.of("", ",\"round\":2")) {
      JsonNode read = json(post("/api/studio", "{\"program\":" + asked + more + "}"));
      holds("ProgramRead", read);
      assertThat(read.path("mistakes").isEmpty()).isTrue();
    }
    JsonNode table = json(get("/api/tables/" + parts[0]));
    holds("Table", table);
    ArrayNode row = (ArrayNode) table.path("rows").get(0);
    row.remove(row.size() - 1);
    JsonNode predictions =
        json(
            post(
                "/api/studio/predictions",
                "{\"program\":" + asked + ",\"round\":3,\"inputs\":[" + row + "]}"));
    holds("Predictions", predictions);
  }

  @Test
  void describesMistakes() throws Exception {
    JsonNode read = json(post("/api/studio", "{\"program\":\"show lood\\nprnt 1\"}"));
    holds("ProgramRead", read);
    assertThat(read.path("mistakes").size()).isEqualTo(2);
  }

  @Test
  void describesBothSidesOfTheSocket() throws Exception {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    answers.put(
        "{'type':'start','run':'a','spec':{'objective':{'curve':'valley'},"
            + "'optimizer':{'name':'sgd','learningRate':0.5},'steps':9}}",
        List.of("started"));
    answers.put("{'type':'request','run':'a','n':30}", List.of("steps", "ended"));
    answers.put("{'type':'cancel','run':'b'}", List.of("error"));
    answers.put(
        "{'type':'start','run':'b','spec':{'objective':{'heights':[1,0,1,0,1,0,1,0],"
            + "'domain':[0,7]},'optimizer':{'name':'rprop','learningRate':0.1},"
            + "'changes':[{'at':3,'etaPlus':1.5}]},'from':5}",
        List.of("started"));
    answers.put(
        "{'type':'start','run':'c','spec':{'objective':{'points':[[1,2],[3,5],[4,4]],'model':'line',"
            + "'scale':true},'optimizer':{'name':'sgd','learningRate':0.1},'batch':2},'from':5}",
        List.of("started"));
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/runs"), new Ear(heard))
            .join();
    for (Map.Entry<String, List<String>> exchange : answers.entrySet()) {
      String text = exchange.getKey().replace('\'', '"');
      holds("PageMessage", SpecJson.mapper().readTree(text));
      socket.sendText(text, true).join();
      for (String type : exchange.getValue()) {
        JsonNode frame = SpecJson.mapper().readTree(heard.poll(10, TimeUnit.SECONDS));
        assertThat(frame.path("type").asString()).isEqualTo(type);
        holds("ServerMessage", frame);
      }
    }
    socket.abort();
  }

  @Test
  void wouldNoticeAnAnswerThatIsNotAsDescribed() throws Exception {
    JsonNode run = json(get("/api/runs?curve=valley&optimizer=sgd&learningRate=0.1"));
    ((ObjectNode) run.at("/steps/3")).remove("loss");
    assertThat(schema("Run").validate(run)).isNotEmpty();
  }

  private void holds(String name, JsonNode value) {
    assertThat(schema(name).validate(value)).as(name).isEmpty();
  }

  private Schema schema(String name) {
    String schemas =
        description
            .at("/components/schemas")
            .toString()
            .replace("#/components/schemas/", "#/$defs/");
    String text = "{\"$ref\":\"#/$defs/" + name + "\",\"$defs\":" + schemas + "}";
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SpecJson.mapper().readTree(text));
  }

  private List<String> names(String schema) {
    JsonNode names = description.at("/components/schemas/" + schema + "/enum");
    return names.valueStream().map(JsonNode::stringValue).toList();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return http.send(
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address =
        URI.create("http://127.0.0.1:" + port + path.replace("^", "%5E").replace("+", "%2B"));
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return SpecJson.mapper().readTree(answer.body());
  }

  /** Puts whole messages into a queue. */
  private static final class Ear implements WebSocket.Listener {

    private final BlockingQueue<String> heard;
    private final StringBuilder partial = new StringBuilder();

    Ear(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        heard.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
