package downhill.embed;

import downhill.lesson.Whereabouts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets whoever reads a page with a sim find out how to set it into another: by links in its head,
 * and by {@code Link} headers (RFC 8288).
 */
@ControllerAdvice(annotations = Controller.class)
class Discovery {

  /** A header as long as this is more than some servers on the way take. */
  private static final int LONGEST = 2_000;

  /**
   * Where the answer of one format is.
   *
   * @param type its media type
   * @param address where it is
   * @param title what is shown
   */
  record Found(String type, String address, String title) {

    /** As a header's value; words of any language are written as RFC 8187 has it. */
    String header() {
      return "<%s>; rel=\"alternate\"; type=\"%s\"; title*=UTF-8''%s"
          .formatted(address, type, Query.encoded(title).replace(",", "%2C"));
    }
  }

  private final Frames frames;

  Discovery(Frames frames) {
    this.frames = frames;
  }

  /** The answers for this page; none where it has no sim. */
  @ModelAttribute("oembed")
  List<Found> found(HttpServletRequest request, HttpServletResponse response) {
    List<Found> found = found(request);
    found.stream()
        .map(Found::header)
        .filter(header -> header.length() <= LONGEST)
        .forEach(header -> response.addHeader(HttpHeaders.LINK, header));
    return found;
  }

  private List<Found> found(HttpServletRequest request) {
    Map<String, String> query;
    try {
      query = Query.members(request.getQueryString());
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String origin = Whereabouts.of(request);
    return Shared.at(path, query)
        .map(shared -> frames.of(shared, origin, Frames.USUAL_WIDTH))
        .map(frame -> Stream.of("json", "xml").map(format -> found(format, path, frame)).toList())
        .orElse(List.of());
  }

  private static Found found(String format, String path, Frame frame) {
    String page = path.startsWith(Shared.FRAMES) ? frame.address() : frame.page();
    return new Found(
        (format.equals("json") ? "application/json" : "text/xml") + "+oembed",
        frame.origin()
            + OEmbedController.PATH
            + "?"
            + Query.of(new TreeMap<>(Map.of("format", format, "url", page))),
        frame.title());
  }
}
