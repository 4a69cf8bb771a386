package downhill.embed;

import downhill.run.Sentences;
import downhill.run.Tongue;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts what is shared into words and into a size. */
@Component
class Frames {

  /** What a frame is asked to be where nobody says otherwise, in CSS pixels. */
  static final int USUAL_WIDTH = 760;

  /** The narrowest that a frame is made for. */
  static final int LEAST_WIDTH = 200;

  /** The widest. */
  static final int MOST_WIDTH = 2000;

  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
  private static final String NAME = "language.name";

  private final MessageSource messages;
  private final Sentences sentences;

  Frames(MessageSource messages, Sentences sentences) {
    this.messages = messages;
    this.sentences = sentences;
  }

  /**
   * A frame of a width, as tall as it needs to be.
   *
   * @param shared what is shared; a language that there is not is left out
   * @param origin of our addresses
   * @param width in CSS pixels
   */
  Frame of(Shared shared, String origin, int width) {
    return of(shared, origin, width, Heights.measured().of(shared.sim(), shared.controls(), width));
  }

  /**
   * A frame of a size.
   *
   * @param shared what is shared; a language that there is not is left out
   * @param origin of our addresses
   * @param width in CSS pixels
   * @param height likewise
   */
  Frame of(Shared shared, String origin, int width, int height) {
    Optional<Locale> language = named(shared.language());
    Shared spoken =
        new Shared(
            shared.shown(), shared.manner(), language.map(Locale::toLanguageTag).orElse(null));
    return said(
        language.orElseGet(Tongue::spoken),
        () -> {
          String name = sentences.say("sim." + shared.sim() + ".title");
          return new Frame(
              spoken,
              origin,
              name,
              sentences.say("page.title", name),
              sentences.say("embed.open", name),
              width,
              height);
        });
  }

  /**
   * What is to be shared, from the members of an address. A page's own language is that of its
   * words; the frame's is asked for by {@code language}.
   */
  static Optional<Shared> shared(String sim, Map<String, String> asked) {
    String language = asked.getOrDefault("language", "");
    return Shared.of(sim, asked)
        .map(
            shared ->
                new Shared(shared.shown(), shared.manner(), language.isEmpty() ? null : language));
  }

  /** The width that is asked for, if it is a whole number. */
  static Optional<Integer> width(Map<String, String> asked) {
    return Optional.of(asked.getOrDefault("width", ""))
        .filter(text -> WHOLE.matcher(text).matches())
        .map(Integer::valueOf);
  }

  /** Whether frames are made of a width. */
  static boolean isWidth(int width) {
    return width >= LEAST_WIDTH && width <= MOST_WIDTH;
  }

  /** One of the languages, which are those that call themselves by a name of their own. */
  private Optional<Locale> named(@Nullable String tag) {
    if (tag == null || !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
      return Optional.empty();
    }
    Locale language = Locale.forLanguageTag(tag);
    boolean ours = language.equals(Locale.ENGLISH) || !name(language).equals(name(Locale.ENGLISH));
    return ours ? Optional.of(language) : Optional.empty();
  }

  private String name(Locale language) {
    return messages.getMessage(NAME, null, language);
  }

  private static <T> T said(Locale language, Supplier<T> saying) {
    AtomicReference<T> said = new AtomicReference<>();
    Tongue.speak(language, () -> said.set(saying.get()));
    return Objects.requireNonNull(said.get());
  }
}
