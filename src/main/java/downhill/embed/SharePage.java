package downhill.embed;

import downhill.embed.Snippets.Snippet;
import downhill.lesson.Whereabouts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How to put a sim into a page of one's own: for who has no script, and for the dialog to show. */
@Controller
class SharePage {

  private static final Set<Control> OF_THE_STUDIO = Set.of(Control.EXAMPLES, Control.EDITOR);

  private static final Set<Control> OF_THE_OTHERS =
      Set.of(Control.NEW_START, Control.START, Control.SETUP, Control.PRESETS, Control.TASK);

  private final Frames frames;

  SharePage(Frames frames) {
    this.frames = frames;
  }

  /**
   * What the page shows.
   *
   * @param frame what is shared
   * @param snippets what is copied
   */
  record View(Frame frame, List<Snippet> snippets) {

    /** The name of the sim in addresses. */
    public String sim() {
      return frame.shared().sim();
    }

    /** The members that say what the sim shows. */
    public Map<String, String> state() {
      return frame.shared().shown().asked();
    }

    /** The address of the frame on this very server. */
    public String preview() {
      return frame.shared().frame("");
    }

    /** What is chosen of what a frame understands. */
    public String chosen(String member, String usual) {
      return frame.shared().manner().getOrDefault(member, usual);
    }

    /** What this sim can be shown without. */
    public List<String> controls() {
      Set<Control> others = sim().equals("studio") ? OF_THE_OTHERS : OF_THE_STUDIO;
      return Arrays.stream(Control.values())
          .filter(control -> !others.contains(control))
          .map(Control::key)
          .toList();
    }

    /** Whether it is shown without a control. */
    public boolean hidden(String control) {
      return List.of(chosen("hide", "").split(",")).contains(control);
    }

    /** Whether it is shown without any. */
    public boolean hides() {
      return !chosen("hide", "").isEmpty();
    }
  }

  @GetMapping("/share/{name}")
  String share(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> query,
      HttpServletRequest request,
      Model model) {
    Map<String, String> asked = Query.members(query);
    int width = Frames.width(asked).filter(Frames::isWidth).orElse(Frames.USUAL_WIDTH);
    Frame frame =
        Frames.shared(name, asked)
            .map(shared -> frames.of(shared, Whereabouts.of(request), width))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("share", new View(frame, Snippets.of(frame)));
    return "embed/share";
  }
}
