package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTests {

  @ParameterizedTest
  @CsvSource({
    "/, PAGE",
    "/sims/roll, PAGE",
    "/embed/roll, EMBED",
    "/embed, PAGE",
    "/apiary, PAGE",
    "/js, PAGE",
    "/js/pages/roll.js, FILE",
    "/css/site.css, FILE",
    "/webjars/d3-array/3.2.4/dist/d3-array.min.js, FILE",
    "/robots.txt, FILE",
    "/embed.js, FILE",
    "/api/runs, DATA",
    "/openapi.yaml, DATA",
    "/oembed, DATA",
    "/oembeds, PAGE",
    "/actuator/health, DATA",
    "/ws/runs, DATA",
  })
  void knowsWhatLiesBehindAnAddress(String path, AddressKind kind) {
    assertThat(AddressKind.of(path)).isEqualTo(kind);
  }
}
