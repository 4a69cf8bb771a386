package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.studio.Bounds;
import downhill.studio.Mistake;
import downhill.studio.Program;
import downhill.studio.WrongPrograms;
import downhill.studio.WrongPrograms.Wrong;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of wrong programs: where, what was found, what was meant, and the sentence. */
class StudioSentencesTests {

  private final Sentences sentences = new Sentences(messages());

  static List<Wrong> wrong() {
    return WrongPrograms.all();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhereAndWhatAndWhatWasMeant(Wrong wrong) {
    Program.Reading reading = Program.read(wrong.text(), Bounds.USUAL);
    assertThat(said(reading.mistakes())).isEqualTo(wrong.said());
    assertThat(reading.program()).isNull();
  }

  @Test
  void thereAreManyWrongPrograms() {
    assertThat(wrong()).hasSizeGreaterThan(80);
  }

  private String said(List<Mistake> mistakes) {
    return mistakes.stream().map(this::said).collect(Collectors.joining("\n"));
  }

  private String said(Mistake mistake) {
    String meant = mistake.suggestion() == null ? "" : " → " + mistake.suggestion();
    return (mistake.line() + ":" + mistake.column() + " " + mistake.values().get(0) + meant).strip()
        + "\n"
        + sentences.mistake(mistake);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
