package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages say is their readers' and stands in no log, however much is logged. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DiscretionTests {

  private static final String SECRET = "Xanthippe";
  private static final String RULE = "'optimizer':{'name':'sgd','learningRate':0.1}";

  /** Good ones and bad ones, each with the secret in another place. */
  private static final List<String> SAID =
      List.of(
          "{'type':'start','run':'Xanthippe','spec':{'objective':{'curve':'bumpy'},RULE}}",
          "{'type':'request','run':'Xanthippe','n':30}",
          "{'type':'request','run':'Xanthippe','n':0}",
          "{'type':'cancel','run':'Xanthippe'}",
          "{'type':'cancel','run':'not Xanthippe'}",
          "{'type':'Xanthippe','run':'a'}",
          "{'type':'request','run':'a','Xanthippe':1}",
          "Xanthippe",
          "{'Xanthippe",
          "{'type':'start','run':'a','spec':'Xanthippe'}",
          "{'type':'start','run':'a','spec':{'objective':{'curve':'Xanthippe'},RULE}}",
          "{'type':'start','run':'a','spec':{'objective':{'formula':'Xanthippe+w'},RULE}}",
          "{'type':'start','run':'a','spec':{'objective':{'curve':'bumpy'},'Xanthippe':1,RULE}}",
          "{'type':'start','run':'a','spec':{'objective':{'program':'load Xanthippe'}}}",
          "{'type':'start','run':'a','spec':{'objective':{'program':'Xanthippe = 3'}}}");

  private static final List<String> POSTED =
      List.of(
          "{'objective':{'formula':'Xanthippe'},RULE}",
          "{'Xanthippe':1}",
          "{'Xanthippe",
          "['Xanthippe']",
          "{'objective':{'program':'Xanthippe'}}");

  @LocalServerPort int port;
  @Autowired LoggingSystem logging;
  @Autowired Gate gate;

  @BeforeEach
  void logEverything() {
    logging.setLogLevel("downhill", LogLevel.DEBUG);
  }

  @AfterEach
  void logAsUsual() {
    logging.setLogLevel("downhill", null);
  }

  @Test
  void nothingThatIsSaidIsLogged(CapturedOutput output) throws Exception {
    converse();
    breakRules();
    post();
    vanish();
    awaitNobody();
    assertThat(output.getAll()).contains("DEBUG").contains("A connection broke");
    assertThat(output.getAll()).doesNotContainIgnoringCase(SECRET);
  }

  private void converse() throws InterruptedException {
    try (TestPage page = new TestPage(port)) {
      for (String each : SAID) {
        page.say(each.replace("RULE", RULE));
      }
      page.sayInBytes(SECRET.getBytes(StandardCharsets.UTF_8));
      page.sayInParts(SECRET, SECRET);
      page.say("{'type':'cancel','run':'the last'}");
      while (!page.next().path("run").asString("").equals("the last")) {
        // Until all of them have been answered.
      }
    }
  }

  /** Each closes its connection. */
  private void breakRules() throws IOException {
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    byte[] unmasked = Frames.joined(new byte[] {(byte) 0x81, (byte) secret.length}, secret);
    byte[] notUtf8 = Frames.joined(secret, new byte[] {(byte) 0xc3, 0x28});
    byte[] reason = Frames.joined(new byte[] {3, (byte) 0xe8}, secret);
    for (byte[] broken :
        List.of(
            unmasked,
            Frames.of(0x81, notUtf8, 1),
            Frames.of(0x83, secret, 1),
            Frames.of(0x88, reason, 1),
            Frames.of(0x81, SECRET.repeat(7_200).getBytes(StandardCharsets.UTF_8), 1))) {
      try (Socket page = page()) {
        page.getOutputStream().write(Frames.of(0x89, secret, 1));
        page.getOutputStream().write(broken);
        page.shutdownOutput();
        page.getInputStream().readAllBytes();
      }
    }
  }

  private void post() throws Exception {
    for (String each : POSTED) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/runs"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json(each)))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(each).isEqualTo(400);
    }
  }

  /** In the middle of an order. */
  private void vanish() throws IOException {
    try (Socket page = page()) {
      for (String each : SAID.subList(0, 2)) {
        page.getOutputStream().write(Frames.text(json(each), 1));
      }
      page.setSoLinger(true, 0);
    }
  }

  private Socket page() throws IOException {
    Socket page = new Socket(InetAddress.getLoopbackAddress(), port);
    page.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
    page.getOutputStream().write(Frames.handshake());
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) page.getInputStream().read());
    }
    return page;
  }

  private void awaitNobody() throws InterruptedException {
    long begun = System.nanoTime();
    while (gate.counted() > 0) {
      assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(20));
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static String json(String text) {
    return text.replace("RULE", RULE).replace('\'', '"');
  }
}
