package downhill.site;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The languages there are, which are those with a file of messages: English first, the others by
 * their tags. To add one is to add its files.
 *
 * @param all never empty
 */
record Languages(List<Locale> all) {

  private static final Pattern FILE = Pattern.compile("messages_([A-Za-z_]+)\\.properties");
  private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([A-Za-z-]{2,35})(?=&|$)");

  /** Keeps a copy. */
  Languages {
    all = List.copyOf(all);
  }

  /**
   * Those whose messages are there, beside the English ones: other places are not looked through.
   */
  static Languages found(ResourcePatternResolver files) throws IOException {
    String english = files.getResource("classpath:messages.properties").getURL().toString();
    Stream<Locale> others =
        Stream.of(files.getResources(english.replace(".properties", "_*.properties")))
            .map(Resource::getFilename)
            .map(name -> FILE.matcher(String.valueOf(name)))
            .filter(Matcher::matches)
            .map(name -> Locale.forLanguageTag(name.group(1).replace('_', '-')))
            .sorted(Comparator.comparing(Locale::toLanguageTag));
    return new Languages(Stream.concat(Stream.of(Locale.ENGLISH), others).distinct().toList());
  }

  /** The language that a query names, if there is such a one. */
  Optional<Locale> named(@Nullable String query) {
    Matcher asked = ASKED.matcher(query == null ? "" : query);
    return asked.find()
        ? all.stream()
            .filter(each -> each.toLanguageTag().equalsIgnoreCase(asked.group(1)))
            .findAny()
        : Optional.empty();
  }

  /**
   * The one that a reader likes best, as the browser tells it.
   *
   * @param header {@code Accept-Language}, RFC 9110; null where there is none
   */
  Locale liked(@Nullable String header) {
    try {
      List<Locale.LanguageRange> ranges =
          header == null || header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
      Locale found =
          Locale.lookup(ranges.stream().filter(range -> range.getWeight() > 0).toList(), all);
      return found == null ? all.get(0) : found;
    } catch (IllegalArgumentException e) {
      return all.get(0);
    }
  }
}
