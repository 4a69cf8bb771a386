package downhill.embed;

import downhill.lesson.Whereabouts;
import downhill.run.Refused;
import downhill.run.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Tells other sites how to show a page of ours. Nothing is fetched: an address says it all. */
@RestController
class OEmbedController {

  /** Its address. */
  static final String PATH = "/oembed";

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

  private final JsonMapper json = JsonMapper.builder().build();
  private final Frames frames;
  private final Sentences sentences;

  OEmbedController(Frames frames, Sentences sentences) {
    this.frames = frames;
    this.sentences = sentences;
  }

  /** The answer for an address, in the format asked for. */
  @GetMapping(PATH)
  ResponseEntity<String> answer(
      @RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
    Map<String, String> asked = Query.members(query);
    String format = asked.getOrDefault("format", "json");
    if (!format.equals("json") && !format.equals("xml")) {
      throw new ResponseStatusException(
          HttpStatus.NOT_IMPLEMENTED, sentences.say("error.oembed.format", Query.cut(format)));
    }
    String origin = Whereabouts.of(request);
    OptionalInt maxWidth = most(asked, "maxwidth");
    OptionalInt maxHeight = most(asked, "maxheight");
    Shared shared = shared(address(asked), origin);
    int width = Math.min(Frames.USUAL_WIDTH, maxWidth.orElse(Integer.MAX_VALUE));
    Frame frame = frames.of(shared, origin, width);
    int height = Math.min(frame.height(), maxHeight.orElse(Integer.MAX_VALUE));
    Map<String, Object> answer =
        OEmbed.of(
            frames.of(shared, origin, width, height),
            OEmbed.hasRoomForAPicture(
                maxWidth.orElse(Integer.MAX_VALUE), maxHeight.orElse(Integer.MAX_VALUE)));
    boolean xml = format.equals("xml");
    return ResponseEntity.ok()
        .contentType(xml ? XML : MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(xml ? OEmbed.xml(answer) : json.writeValueAsString(answer));
  }

  private String address(Map<String, String> asked) {
    String address = asked.getOrDefault("url", "");
    if (address.isEmpty()) {
      throw sentences.invalid("url", "error.oembed.url", "url");
    }
    return address;
  }

  /** What a page of ours shows; an address of another server, or without a sim, is not found. */
  private Shared shared(String address, String origin) {
    Matcher parts = ADDRESS.matcher(address.strip());
    if (parts.matches() && server(address.strip()).equals(server(origin))) {
      String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
      try {
        Optional<Shared> found = Shared.at(path, Query.members(parts.group(4)));
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IllegalArgumentException e) {
        // What cannot be decoded is no page of ours either.
      }
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("error.oembed.none"));
  }

  /** Name and port, the usual port left out: the same pages are there by http and by https. */
  private static String server(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return "";
    }
    String usual = parts.group(1).equalsIgnoreCase("http") ? ":80$" : ":443$";
    return parts.group(2).toLowerCase(Locale.ROOT).replaceFirst(usual, "");
  }

  private OptionalInt most(Map<String, String> asked, String name) {
    String text = asked.getOrDefault(name, "");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Refused(
          Refused.Code.INVALID, name, sentences.say("error.oembed.most", name, Query.cut(text)));
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
