package downhill.site;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may frame a sim; {@code downhill.embed} in the settings.
 *
 * @param allowedAncestors the pages that may, as the sources of the policy {@code frame-ancestors}:
 *     {@code *} for all, {@code 'none'} for none, or origins with spaces between, such as {@code
 *     https://moodle.example.org https://*.example.edu}, to which {@code 'self'} is added: our own
 *     page of sharing shows what it offers
 */
@ConfigurationProperties("downhill.embed")
record EmbedSettings(@DefaultValue("*") String allowedAncestors) {

  private static final Pattern SOURCE =
      Pattern.compile(
          "\\*|'self'|'none'|https?:"
              + "|(https?://)?(\\*\\.)?[A-Za-z0-9.-]+(:(\\d+|\\*))?(/[\\w./-]*)?");

  /** Refuses what is no list of sources, so that no slip opens or shuts it unseen. */
  EmbedSettings {
    allowedAncestors = allowedAncestors.strip();
    for (String source : allowedAncestors.split("\\s+")) {
      if (!SOURCE.matcher(source).matches()) {
        throw new IllegalArgumentException(
            "downhill.embed.allowed-ancestors has “"
                + source
                + "”; it takes *, 'self', 'none' or origins such as https://moodle.example.org,"
                + " with spaces between");
      }
    }
    List<String> sources = List.of(allowedAncestors.split("\\s+"));
    if (Stream.of("*", "'none'", "'self'").noneMatch(sources::contains)) {
      allowedAncestors += " 'self'";
    }
  }
}
