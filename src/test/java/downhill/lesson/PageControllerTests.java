package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageControllerTests {

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @Test
  void readsEachPanelsRateFromAFormWithoutAScript() throws Exception {
    String page =
        page("/sims/three-rates?learningRate=0.11&learningRate=0.22&learningRate=0.33").body();
    assertThat(page).contains("learningRate=0.11,0.22,0.33");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sims/roll?curve=nope&learningRate=-3&steps=zzz&start=1,2",
        "/sims/three-rates?learningRate=0.1,abc,5000,7",
        "/sims/roll?surface=bowl",
        "/sims/roll?formula=sin(&start=NaN",
        "/sims/roll?optimizer=rprop&minStep=9&maxStep=1",
        "/playground?ground=formula&formula=2w&domain=-1,1",
        "/playground?heights=1,2,three,4,5,6,7,8&domain=-1,1",
        "/playground?data=lemonade"
      })
  void showsAPageAndANoticeForALinkThatIsWrong(String link) throws Exception {
    HttpResponse<String> page = page(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsPattern("was not used|has two parameters|rates");
  }

  /** Without a script the form sends all its ways to choose the ground, and a button says which. */
  @Test
  void theGroundIsTheOneWhoseButtonWasPressed() throws Exception {
    String form =
        "/playground?ground=gallery&landscape=curve.cliff&formula=x^2%2By^4&domain=-5&domain=5"
                .replace("^", "%5E")
            + "&heights=4,2,1,0,1,2,1,3&drawn=-4,3&optimizer=sgd&learningRate=0.1&was=cliff@1&start=1";
    assertThat(page(form + "&ground=gallery").body()).contains("curve=cliff&amp;start=1&amp;");
    assertThat(page(form + "&ground=heights").body())
        .contains("heights=4,2,1,0,1,2,1,3&amp;domain=-4,3&amp;start=1.6&amp;");
    String two = page(form + "&domain=-2&domain=2&ground=formula").body();
    assertThat(two).contains("formula=x%5E2%2By%5E4&amp;domain=-5,5,-2,2&amp;start=3,1.2&amp;");
    assertThat(two).contains("class=\"picture map\"");
  }

  /** What reads an SVG elsewhere knows no stylesheet of ours, and is strict about XML. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve=bumpy&optimizer=sgd,momentum,adam&learningRate=0.1,0.1,0.7",
        "surface=rosenbrock&optimizer=sgd,adam&learningRate=0.001,0.1",
        "formula=ln(w)%2Bw%3C1&learningRate=9"
      })
  void thePictureIsAFileThatNeedsNothingElse(String query) throws Exception {
    HttpResponse<String> picture = page("/playground.svg?" + query);
    assertThat(picture.headers().firstValue("Content-Type"))
        .contains("image/svg+xml;charset=UTF-8");
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(picture.body())))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(picture.body()).doesNotContain("var(", "light-dark(", "color-mix(", "href", " th:");
  }

  /** Without a script the numbers are behind a plain link, of several runs too. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/sims/race", "/playground", "/sims/batches", "/sims/schedules", "/sims/inside"})
  void theTableOfTheRunsIsBehindItsLink(String path) throws Exception {
    Matcher link =
        Pattern.compile(
                "data-part=\"csv\"[^>]*href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*data-part=\"csv\"")
            .matcher(page(path).body());
    assertThat(link.find()).isTrue();
    String address = link.group(1) == null ? link.group(2) : link.group(1);
    HttpResponse<String> table = page(address.replace("&amp;", "&"));
    assertThat(table.statusCode()).as(address).isEqualTo(200);
    assertThat(table.body().lines().count()).isGreaterThan(20);
  }

  @Test
  void thePlaygroundHasOneAddress() throws Exception {
    assertThat(page("/playground").statusCode()).isEqualTo(200);
    assertThat(page("/sims/playground").statusCode()).isEqualTo(404);
    assertThat(page("/sims").body()).contains("href=\"/playground\"");
  }

  private HttpResponse<String> page(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
