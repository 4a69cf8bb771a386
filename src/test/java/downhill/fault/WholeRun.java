package downhill.fault;

import downhill.run.SpecJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A run as {@code /api/runs} answers it, which is what pages are held to. */
public final class WholeRun {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private WholeRun() {}

  /**
   * Asks for one.
   *
   * @param port of the service, on this machine
   * @param spec as JSON
   * @throws IllegalStateException if it is refused
   */
  public static JsonNode of(int port, String spec) throws IOException, InterruptedException {
    return of(HTTP, URI.create("http://127.0.0.1:" + port), spec);
  }

  /** The same with a client of one's own, from a service anywhere. */
  public static JsonNode of(HttpClient http, URI service, String spec)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/runs"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(spec))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(spec + " was answered by " + answer.body());
    }
    return SpecJson.mapper().readTree(answer.body());
  }

  /** The last step of one. */
  public static JsonNode last(int port, String spec) throws IOException, InterruptedException {
    JsonNode steps = of(port, spec).path("steps");
    return steps.get(steps.size() - 1);
  }
}
