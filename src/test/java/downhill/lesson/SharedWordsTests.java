package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.SpecJson;
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
