package downhill.api;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.program.Language;
import downhill.run.SpecJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProgramControllerTests {

  private static final String QUERY = "&curve=bumpy&optimizer=adam&learningRate=0.1&start=2";
  private static final String SPEC =
      "{'objective':{'curve':'bumpy'},'start':[2],'optimizer':{'name':'adam','learningRate':0.1}}";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @ParameterizedTest
  @EnumSource(Language.class)
  void handsOutAProgramAsAFile(Language language) throws Exception {
    HttpResponse<String> got = get("/api/program?language=" + language.key() + QUERY);
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(header(got, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    assertThat(header(got, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + language.fileName() + "\"");
    assertThat(header(got, "Cache-Control")).contains("max-age=3600", "public");
    assertThat(got.body()).contains("bumpy");
    HttpResponse<String> again =
        send(
            request("/api/program?language=" + language.key() + QUERY)
                .header("If-None-Match", header(got, "ETag")));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void handsOutTheSameByASpec(Language language) throws Exception {
    HttpResponse<String> posted = post("/api/program?language=" + language.key(), SPEC);
    assertThat(posted.body())
        .isEqualTo(get("/api/program?language=" + language.key() + QUERY).body());
    assertThat(header(posted, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language=basic&curve=bumpy | language | Known are pytorch, numpy, java.",
        "language=numpi&curve=bumpy | language | Did you mean “numpy”?",
        "curve=bumpy&optimizer=sgd | language | language is missing",
        "language=java&curve=bumpy&optimizer=sgd&learningRate=0 | learningRate | this one is 0",
        "language=java&curve=bumpy&curve=bumpy | curve | more than once",
      })
  void refusesAProgramNamingTheField(String query, String field, String words) throws Exception {
    JsonNode problem = problem(get("/api/program?" + query));
    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("detail").asString()).contains(words);
  }

  @Test
  void refusesAPostedProgramNamingTheField() throws Exception {
    assertThat(problem(post("/api/program", SPEC)).path("field").asString()).isEqualTo("language");
    String wrong = SPEC.replace("0.1", "-1");
    assertThat(problem(post("/api/program?language=java", wrong)).path("field").asString())
        .isEqualTo("optimizer.learningRate");
  }

  @Test
  void tellsAFormulasDerivatives() throws Exception {
    HttpResponse<String> got =
        get("/api/formula?formula=" + encoded("(1 − x)^2 + 100·(y - x^2)^2"));
    assertThat(got.body())
        .isEqualTo(
            "{\"formula\":\"(1 − x)^2 + 100·(y - x^2)^2\",\"variables\":[\"x\",\"y\"],"
                + "\"derivatives\":[\"-2*(1 - x) - 400*x*(y - x^2)\",\"200*(y - x^2)\"]}");
    assertThat(header(got, "Cache-Control")).contains("max-age=3600", "public");
    assertThat(header(got, "ETag")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/api/runs?optimizer=sgd&learningRate=1&formula= | 3 + sn(w) | 4 | sn | sin",
        "/api/landscape?formula=        | 2w        | 1 | w  | 2*w",
        "/api/program?language=numpy&optimizer=sgd&learningRate=1&formula= | w$ | 1 | $ |",
      })
  void tellsThePlaceOfAMistake(
      String path, String formula, int position, String found, String suggestion) throws Exception {
    JsonNode problem = problem(get(path + encoded(formula)));
    assertThat(problem.path("field").asString()).isEqualTo("formula");
    assertThat(problem.path("position").asInt()).isEqualTo(position);
    assertThat(problem.path("found").asString()).isEqualTo(found == null ? "" : found);
    assertThat(problem.path("suggestion").asString(null)).isEqualTo(suggestion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"3 + sn(w) | 4 | sn | sin", "(w | 2 | \"\" |", "1,5*w | 1 | , | 1.5"})
  void tellsWhoTypesAFormulaWhereItDoesNotReadYet(
      String formula, int position, String found, String suggestion) throws Exception {
    HttpResponse<String> got = get("/api/formula?formula=" + encoded(formula));
    assertThat(got.statusCode()).isEqualTo(200);
    JsonNode mistake = SpecJson.mapper().readTree(got.body()).path("mistake");
    assertThat(mistake.path("message").asString()).startsWith("Character");
    assertThat(mistake.path("position").asInt()).isEqualTo(position);
    assertThat(mistake.path("found").asString()).isEqualTo(found == null ? "" : found);
    assertThat(mistake.path("suggestion").asString(null)).isEqualTo(suggestion);
  }

  @Test
  void tellsOfAFormulaThatIsNoneOrTooLong() throws Exception {
    assertThat(problem(get("/api/formula")).path("field").asString()).isEqualTo("formula");
    JsonNode tooLong = problem(get("/api/formula?formula=" + "w%2B".repeat(300) + "w"));
    assertThat(tooLong.path("field").asString()).isEqualTo("formula");
    assertThat(tooLong.has("position")).isFalse();
    JsonNode other = problem(get("/api/formula?formula=w&domain=-1,1"));
    assertThat(other.path("field").asString()).isEqualTo("domain");
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    return SpecJson.mapper().readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
