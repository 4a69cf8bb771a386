package downhill.embed;

import downhill.embed.Dress.Unused;
import downhill.lesson.Exhibit;
import downhill.lesson.Exhibits;
import downhill.run.ShortForm;
import downhill.run.Tongue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A sim alone, for a frame. */
@Controller
class EmbedPage {

  private final Exhibits exhibits;
  private final MessageSource messages;

  EmbedPage(Exhibits exhibits, MessageSource messages) {
    this.exhibits = exhibits;
    this.messages = messages;
  }

  /**
   * How the fragment of a sim is shown in a frame.
   *
   * @param path the embed's address, to which its form and its links lead
   * @param dress what the address says of it
   * @param notices what of the dress was not used
   */
  record Framed(String path, Dress dress, List<String> notices) {

    /** The members of the dress, for the form to keep. */
    public Map<String, String> hidden() {
      return dress.members();
    }

    /** What the address of another state ends with, so that it is shown the same way. */
    public String more() {
      return hidden().isEmpty() ? "" : "&" + ShortForm.query(hidden());
    }

    /** Whether a control is not shown. */
    public boolean without(String control) {
      return Control.named(control).filter(dress.without()::contains).isPresent();
    }

    /** What is not shown, with spaces between. */
    public String withoutAll() {
      return String.join(" ", dress.without().stream().sorted().map(Control::key).toList());
    }
  }

  @GetMapping("/embed/{name}")
  String embed(
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> query,
      HttpServletResponse response,
      Model model) {
    Dress.Read read = Dress.read(Query.members(query));
    List<String> notices = new ArrayList<>(read.unused().stream().map(this::notice).toList());
    unspoken(query.getFirst("lang")).ifPresent(notices::add);
    model.addAttribute(
        "embed", new Framed(Shared.FRAMES + name, read.dress(), List.copyOf(notices)));
    Optional<Exhibit> exhibit = exhibits.show(name, query);
    if (exhibit.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("names", Exhibits.NAMES);
      return "embed/unknown";
    }
    model.addAttribute("exhibit", exhibit.get());
    model.addAllAttributes(exhibit.get().model());
    return "embed/sim";
  }

  private String notice(Unused unused) {
    String key = unused.used().isEmpty() ? "embed.notice.hide" : "embed.notice";
    return say(
        key,
        unused.member(),
        Query.cut(unused.value()),
        String.join(", ", unused.allowed()),
        unused.used());
  }

  private Optional<String> unspoken(@Nullable String language) {
    return Optional.ofNullable(language)
        .filter(asked -> !asked.equalsIgnoreCase(Tongue.spoken().toLanguageTag()))
        .map(asked -> say("embed.notice.lang", Query.cut(asked), say("language.name")));
  }

  private String say(String key, Object... values) {
    return messages.getMessage(key, Tongue.values(values), Tongue.spoken());
  }
}
