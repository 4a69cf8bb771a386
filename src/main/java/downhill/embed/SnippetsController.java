package downhill.embed;

import downhill.embed.Snippets.Snippet;
import downhill.lesson.Whereabouts;
import downhill.run.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** What is copied into a page so that a sim is there, for programs. */
@RestController
class SnippetsController {

  /** The answer. */
  record Answer(
      String page, String frame, String title, int width, int height, List<Snippet> snippets) {}

  private final JsonMapper json = JsonMapper.builder().build();
  private final Frames frames;
  private final Sentences sentences;

  SnippetsController(Frames frames, Sentences sentences) {
    this.frames = frames;
    this.sentences = sentences;
  }

  /** The snippets of every kind. */
  @GetMapping("/api/snippets/{sim}")
  ResponseEntity<String> snippets(
      @PathVariable String sim,
      @RequestParam MultiValueMap<String, String> query,
      HttpServletRequest request) {
    Map<String, String> asked = Query.members(query);
    Shared shared =
        Frames.shared(sim, asked)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, sentences.say("error.oembed.none")));
    Frame frame = frames.of(shared, Whereabouts.of(request), width(asked));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(
            json.writeValueAsString(
                new Answer(
                    frame.page(),
                    frame.address(),
                    frame.title(),
                    frame.width(),
                    frame.height(),
                    Snippets.of(frame))));
  }

  private int width(Map<String, String> asked) {
    String text = asked.getOrDefault("width", "");
    if (text.isEmpty()) {
      return Frames.USUAL_WIDTH;
    }
    return Frames.width(asked)
        .filter(Frames::isWidth)
        .orElseThrow(
            () ->
                sentences.invalid(
                    "width",
                    "error.whole",
                    "width",
                    Frames.LEAST_WIDTH,
                    Frames.MOST_WIDTH,
                    Query.cut(text)));
  }
}
