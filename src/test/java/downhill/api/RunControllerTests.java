package downhill.api;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.SpecJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RunControllerTests {

  private static final String QUERY =
      "curve=bumpy&optimizer=adam&learningRate=0.1&start=2&steps=40&noise=0.1&seed=3";
  private static final String SPEC =
      "{'objective':{'curve':'bumpy'},'start':[2],"
          + "'optimizer':{'name':'adam','learningRate':0.1},'steps':40,'noise':0.1,'seed':3}";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @Test
  void givesTheSameRunByBothForms() throws Exception {
    HttpResponse<String> posted = post(SPEC, "application/json");
    HttpResponse<String> got = get("/api/runs?" + QUERY);
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(posted.body());
    JsonNode run = json(got);
    assertThat(run.path("steps").size()).isEqualTo(41);
    assertThat(run.propertyNames()).containsExactly("spec", "steps", "verdict", "message");
    assertThat(run.at("/steps/0").propertyNames())
        .containsExactly("k", "w", "loss", "gradient", "learningRate", "state");
  }

  @Test
  void isKeptForEverByItsAddress() throws Exception {
    HttpResponse<String> first = get("/api/runs?" + QUERY);
    assertThat(first.headers().firstValue("Cache-Control").orElseThrow())
        .contains("public", "max-age=31536000", "immutable");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(request("/api/runs?" + QUERY).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(get("/api/runs?" + QUERY + "1").headers().firstValue("ETag"))
        .isNotEmpty()
        .isNotEqualTo(first.headers().firstValue("ETag"));
  }

  @Test
  void givesARowAStepToWhoeverAcceptsCsv() throws Exception {
    HttpResponse<String> got = send(request("/api/runs?" + QUERY).header("Accept", "text/csv"));
    assertThat(got.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    List<String> rows = got.body().lines().toList();
    assertThat(rows).hasSize(42);
    assertThat(rows.get(0)).isEqualTo("k,w,loss,gradient,learningRate,m,v");
    JsonNode step = json(get("/api/runs?" + QUERY)).at("/steps/17");
    String[] cells = rows.get(18).split(",");
    assertThat(Double.parseDouble(cells[0])).isEqualTo(17);
    assertThat(Double.parseDouble(cells[1])).isEqualTo(step.at("/w/0").asDouble());
    assertThat(Double.parseDouble(cells[6])).isEqualTo(step.at("/state/v/0").asDouble());
    assertThat(get("/api/runs.csv?" + QUERY).body()).isEqualTo(got.body());
    assertThat(post(SPEC, "text/csv").body()).isEqualTo(got.body());
    List<String> two =
        get("/api/runs.csv?" + QUERY.replace("0.1&start", "0.1,0.2&start")).body().lines().toList();
    assertThat(two).hasSize(83);
    assertThat(two.get(0)).isEqualTo("run," + rows.get(0));
    assertThat(two.get(18)).isEqualTo("1," + rows.get(18));
    List<String> rules =
        get("/api/runs.csv?curve=bumpy&optimizer=sgd,adam,momentum&learningRate=0.1,0.2,0.3"
                + "&beta1=,0.8,&steps=2")
            .body()
            .lines()
            .toList();
    assertThat(rules.get(0)).isEqualTo("run,k,w,loss,gradient,learningRate,m,v,velocity");
    assertThat(rules).hasSize(10).allMatch(row -> row.split(",", -1).length == 9);
    assertThat(rules.get(1)).startsWith("1,0,").endsWith(",,,");
    assertThat(rules.get(9)).startsWith("3,2,").contains(",0.3,,,");
    String surface = "/api/runs.csv?surface=bowl&optimizer=momentum&learningRate=0.1&steps=2";
    assertThat(get(surface).body().lines().findFirst().orElseThrow())
        .isEqualTo("k,x,y,loss,gradient.x,gradient.y,learningRate,velocity.x,velocity.y");
  }

  @Test
  void givesTheSameRunOverDataByBothFormsAndAsCsv() throws Exception {
    String query = "data=lemonade&scale=true&batch=8&optimizer=momentum&learningRate=0.05&seed=3";
    HttpResponse<String> got = get("/api/runs?" + query);
    String spec =
        "{'objective':{'data':'lemonade','model':'line','scale':true},'batch':8,'seed':3,"
            + "'optimizer':{'name':'momentum','learningRate':0.05}}";
    assertThat(post(spec, "application/json").body()).isEqualTo(got.body());
    List<String> rows = get("/api/runs.csv?" + query).body().lines().toList();
    assertThat(rows.get(0))
        .isEqualTo(
            "k,slope,intercept,loss,gradient.slope,gradient.intercept,learningRate,"
                + "velocity.slope,velocity.intercept");
    assertThat(rows).hasSize(202);
    JsonNode step = json(got).at("/steps/99");
    String[] cells = rows.get(100).split(",");
    assertThat(Double.parseDouble(cells[1])).isEqualTo(step.at("/w/0").asDouble());
    assertThat(Double.parseDouble(cells[2])).isEqualTo(step.at("/w/1").asDouble());
    assertThat(Double.parseDouble(cells[3])).isEqualTo(step.at("/loss").asDouble());
  }

  @Test
  void aSweepIsATableToo() throws Exception {
    String query = "curve=bumpy&optimizer=sgd&learningRate=0.1&starts=-6,6,20,random&seed=3";
    HttpResponse<String> table = get("/api/sweep.csv?" + query);
    assertThat(table.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    List<String> rows = table.body().lines().toList();
    assertThat(rows.get(0))
        .isEqualTo("run,start,seed,learningRate,verdict,k,w,loss,minimum,reached");
    assertThat(rows).hasSize(21);
    JsonNode told = json(get("/api/sweep?" + query));
    String[] cells = rows.get(20).split(",", -1);
    assertThat(cells[0]).isEqualTo("20");
    assertThat(Double.parseDouble(cells[1])).isEqualTo(told.at("/starts/19").asDouble());
    assertThat(Long.parseLong(cells[2])).isEqualTo(told.at("/seeds/19").asLong());
    assertThat(cells[4]).isEqualTo(told.at("/runs/0/19/verdict").asString());
    assertThat(Double.parseDouble(cells[6])).isEqualTo(told.at("/runs/0/19/w/0").asDouble());
    assertThat(cells[8]).isEqualTo(told.at("/runs/0/19/minimum").asString());
  }

  @Test
  void tellsTheRowsOfABatchForEver() throws Exception {
    HttpResponse<String> told = get("/api/batches?points=1,2;3,4;5,6&batch=2&n=3");
    assertThat(told.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(told.headers().firstValue("ETag")).isNotEmpty();
    assertThat(json(told).path("batches").size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve=bumpy&optimizer=adam&learningRate=-1 | learningRate | this one is −1",
        "curve=bumpy&optimizer=adam&learningRate=1&learningRate=2 | learningRate | more than once",
        "curve=bumpy&optimizer=adam&learningRate=1&x=2 | x | not known",
        "curve=bumpy | optimizer | missing",
      })
  void refusesAsAProblemThatNamesTheField(String query, String field, String words)
      throws Exception {
    HttpResponse<String> answer = get("/api/runs?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).path("code").asString()).isEqualTo("invalid");
    assertThat(json(answer).path("field").asString()).isEqualTo(field);
    assertThat(json(answer).path("detail").asString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | 400 | malformed",
        "'' | 400 | malformed",
        "null | 400 | malformed",
        "{'objective':{'curve':'bumpy'},'objective':{'curve':'valley'}} | 400 | malformed",
        "{'objective':{'curve':7}} | 400 | invalid",
      })
  void refusesABodyThatIsNoSpec(String body, int status, String code) throws Exception {
    HttpResponse<String> answer = post(body, "*/*");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("Exception", "tools.jackson", "downhill.");
  }

  @Test
  void refusesWhatIsTooLargeAndWhatIsNoMethod() throws Exception {
    assertThat(post("[" + " ".repeat(70_000) + "]", "*/*").statusCode()).isEqualTo(413);
    HttpResponse<String> put = send(request("/api/runs").PUT(HttpRequest.BodyPublishers.noBody()));
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(json(put).path("status").asInt()).isEqualTo(405);
    HttpResponse<String> garbled = get("/api/runs?curve=bumpy&noise=%25zz");
    assertThat(garbled.statusCode()).isEqualTo(400);
    HttpResponse<String> nowhere = get("/api/nowhere");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void drawsCurvesAndSurfaces() throws Exception {
    JsonNode curve = json(get("/api/landscape?curve=bumpy"));
    assertThat(curve.propertyNames()).containsExactly("domain", "w", "loss", "minima");
    assertThat(curve.path("w").size()).isEqualTo(curve.path("loss").size());
    assertThat(curve.path("minima").size()).isEqualTo(4);
    JsonNode lowest = curve.at("/minima/1");
    assertThat(lowest.path("w").asDouble()).isBetween(-0.7480, -0.7479);
    assertThat(lowest.path("lowest").asBoolean()).isTrue();
    JsonNode wide = json(get("/api/landscape?curve=bumpy&stretch=-20,20"));
    assertThat(wide.at("/w/0").asDouble()).isEqualTo(-20);
    JsonNode drawn = json(get("/api/landscape?heights=4,1,0,1,4,3,5,6&domain=-3,4&stretch=-10,10"));
    assertThat(drawn.at("/w/0").asDouble()).isEqualTo(-10);
    assertThat(drawn.at("/minima/0/w").asDouble()).isBetween(-1.2, -0.8);
    JsonNode log = json(get("/api/landscape?formula=ln(w)"));
    assertThat(log.at("/loss/0").isNull()).isTrue();
    JsonNode surface = json(get("/api/landscape?surface=himmelblau"));
    assertThat(surface.path("loss").size()).isEqualTo(surface.path("y").size());
    assertThat(surface.at("/loss/0").size()).isEqualTo(surface.path("x").size());
    assertThat(get("/api/landscape?curve=bumpy&stretch=3,1").statusCode()).isEqualTo(400);
    assertThat(get("/api/landscape?curve=bumpy&stretch=1d,2f").statusCode()).isEqualTo(400);
    assertThat(get("/api/landscape?surface=bowl&stretch=1,2").statusCode()).isEqualTo(400);
  }

  @Test
  void listsAllThatASpecMayName() throws Exception {
    JsonNode catalogue = json(get("/api/catalogue"));
    assertThat(catalogue.path("optimizers").size()).isEqualTo(14);
    assertThat(catalogue.path("schedules").size()).isEqualTo(9);
    assertThat(catalogue.path("curves").size()).isEqualTo(9);
    assertThat(catalogue.path("surfaces").size()).isEqualTo(9);
    assertThat(catalogue.at("/data/0/name").asString()).isEqualTo("lemonade");
    assertThat(catalogue.at("/data/0/points").size()).isEqualTo(60);
    assertThat(catalogue.path("tables").findValuesAsString("title")).hasSize(8);
    assertThat(catalogue.at("/tables/0/features/3").toString())
        .isEqualTo("{\"name\":\"sweetness\",\"unit\":\"°Brix\"}");
    assertThat(catalogue.at("/tables/0/kinds").size()).isEqualTo(4);
    assertThat(catalogue.at("/tables/1/kinds").size()).isZero();
    assertThat(catalogue.at("/tables/1/target").asString()).isEqualTo("cups");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<String> post(String body, String accept)
      throws IOException, InterruptedException {
    return send(
        request("/api/runs")
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return SpecJson.mapper().readTree(answer.body());
  }
}
