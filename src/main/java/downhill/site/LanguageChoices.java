package downhill.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page needs to offer itself in the other languages. */
@ControllerAdvice(annotations = Controller.class)
class LanguageChoices {

  private final Languages languages;
  private final MessageSource messages;

  LanguageChoices(Languages languages, MessageSource messages) {
    this.languages = languages;
    this.messages = messages;
  }

  /**
   * A page in one of the languages.
   *
   * @param tag the language, BCP 47
   * @param name its name in itself
   * @param query of the page as it is, in that language, with its question mark
   * @param page its address, without its state and in no language
   * @param address likewise, in that language
   * @param spoken whether it is this page's language
   */
  record Choice(
      String tag, String name, String query, String page, String address, boolean spoken) {}

  @ModelAttribute("languages")
  List<Choice> choices(HttpServletRequest request) {
    Locale spoken = RequestContextUtils.getLocale(request);
    String state = String.valueOf(request.getQueryString() == null ? "" : request.getQueryString());
    String rest = state.replaceAll("(?:^|&)lang=[^&]*", "").replaceFirst("^&", "");
    String page =
        ServletUriComponentsBuilder.fromRequestUri(request).replaceQuery(null).toUriString();
    return languages.all().stream()
        .map(
            language -> {
              String tag = language.toLanguageTag();
              return new Choice(
                  tag,
                  messages.getMessage("language.name", null, language),
                  "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + tag,
                  page,
                  page + "?lang=" + tag,
                  language.equals(spoken));
            })
        .toList();
  }
}
