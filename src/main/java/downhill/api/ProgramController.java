package downhill.api;

import downhill.program.Language;
import downhill.program.Programs;
import downhill.run.Formulas;
import downhill.run.Sentences;
import downhill.run.ShortForm;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Formulas with their derivatives, and runs as programs to take home. */
@RestController
@RequestMapping("/api")
class ProgramController {

  private static final String LANGUAGE = "language";
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Formulas formulas;
  private final Programs programs;
  private final SpecReader reader;
  private final ShortForm shortForm;
  private final Asked asked;
  private final Sentences sentences;

  ProgramController(
      Formulas formulas,
      Programs programs,
      SpecReader reader,
      ShortForm shortForm,
      Asked asked,
      Sentences sentences) {
    this.formulas = formulas;
    this.programs = programs;
    this.reader = reader;
    this.shortForm = shortForm;
    this.asked = asked;
    this.sentences = sentences;
  }

  /** How a formula was understood, and its derivatives. */
  @GetMapping("/formula")
  ResponseEntity<String> formula(@RequestParam MultiValueMap<String, String> query) {
    String text = SpecJson.text(json -> formulas.write(json, asked.single(query)));
    return Answers.forAnHour(MediaType.APPLICATION_JSON, text).body(text);
  }

  /** A run as a program, by the short form. */
  @GetMapping("/program")
  ResponseEntity<String> program(@RequestParam MultiValueMap<String, String> query) {
    Map<String, String> members = new HashMap<>(asked.single(query));
    Language language = language(members.remove(LANGUAGE));
    String text = programs.write(shortForm.read(members), language);
    return file(Answers.forAnHour(TEXT, text), language, text);
  }

  /** The same by a spec, which can say what has no short form. */
  @PostMapping("/program")
  ResponseEntity<String> program(
      @RequestParam(name = LANGUAGE, required = false) @Nullable String name, InputStream body)
      throws IOException {
    Language language = language(name);
    String text = programs.write(reader.read(asked.json(body), ""), language);
    return file(Answers.once(TEXT), language, text);
  }

  private Language language(@Nullable String name) {
    String known = String.join(", ", Language.keys());
    return Language.named(String.valueOf(name))
        .orElseThrow(
            () ->
                name == null
                    ? sentences.invalid(LANGUAGE, "error.language.missing", LANGUAGE, known)
                    : sentences.unknownName(LANGUAGE, name, Language.keys()));
  }

  private static ResponseEntity<String> file(
      ResponseEntity.BodyBuilder answer, Language language, String text) {
    return answer
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + language.fileName() + "\"")
        .body(text);
  }
}
