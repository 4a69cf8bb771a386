package downhill.api;

import downhill.run.Studio;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Programs as they are written, and what they learn from. */
@RestController
@RequestMapping("/api")
class StudioController {

  private final Studio studio;
  private final Asked asked;

  StudioController(Studio studio, Asked asked) {
    this.studio = studio;
    this.asked = asked;
  }

  /** A program's mistakes, or what it trains and shows. */
  @PostMapping("/studio")
  ResponseEntity<String> check(InputStream body) throws IOException {
    return Answers.once(MediaType.APPLICATION_JSON).body(text(studio.check(asked.json(body))));
  }

  /** What a program's network says of examples, after a round of its training. */
  @PostMapping("/studio/predictions")
  ResponseEntity<String> predictions(InputStream body) throws IOException {
    return Answers.once(MediaType.APPLICATION_JSON)
        .body(text(studio.predictions(asked.json(body))));
  }

  /** A table to learn from, all its rows. */
  @GetMapping("/tables/{name}")
  ResponseEntity<String> table(@PathVariable String name) {
    return studio
        .table(name)
        .map(table -> Answers.forAnHour(MediaType.APPLICATION_JSON, text(table)).body(text(table)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String text(JsonNode json) {
    return json.toString();
  }
}
