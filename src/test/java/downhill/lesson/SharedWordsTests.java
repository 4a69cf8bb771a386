package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.SpecJson;
import downhill.run.Tongue;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;

/**
 * What a page says before the script runs and after it: the tests of the scripts read the same
 * tables.
 */
class SharedWordsTests {

  @Test
  void writesNumbersAsTheScriptDoes() {
    for (JsonNode each : shared("figures")) {
      double value = each.get("value").doubleValue();
      each.properties().stream()
          .filter(member -> !member.getKey().equals("value"))
          .forEach(
              member ->
                  assertThat(written(member.getKey(), value))
                      .as("%s of %s", member.getKey(), value)
                      .isEqualTo(member.getValue().stringValue()));
    }
  }

  @Test
  void callsTheGroundFlatWhereTheScriptDoes() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    Phrases phrases = new Phrases(messages);
    for (JsonNode each : shared("slopes")) {
      assertThat(phrases.slope(each.get("slope").doubleValue()))
          .contains(each.get("words").stringValue());
    }
  }

  @Test
  void writesNumbersAsTheLanguageDoes() {
    Tongue.speak(
        Locale.forLanguageTag("es"),
        () -> {
          assertThat(Figures.said(-0.5)).isEqualTo("−0,50");
          assertThat(Figures.rate(1e-7)).isEqualTo("1,00 × 10⁻⁷");
          assertThat(Figures.percent(0.123)).isEqualTo("12,3\u00a0%");
          assertThat(Figures.whole(20.5)).isEqualTo("20,5");
          assertThat(Figures.field(20.5)).isEqualTo("20.5");
          assertThat(Tongue.listed(Stream.of("0,5", "1"))).isEqualTo("0,5; 1");
        });
    assertThat(Figures.said(-0.5)).isEqualTo("−0.50");
  }

  private static String written(String kind, double value) {
    return switch (kind) {
      case "said" -> Figures.said(value);
      case "exact" -> Figures.exact(value);
      case "tight" -> Figures.tight(value);
      case "rate" -> Figures.rate(value);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static JsonNode shared(String name) {
    JsonNode table =
        SpecJson.mapper()
            .readTree(SharedWordsTests.class.getResourceAsStream("/shared/" + name + ".json"));
    assertThat(table).isNotEmpty();
    return table;
  }
}
