package downhill.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a page is waited for; {@code downhill.stream} in the settings.
 *
 * @param heartbeat a page that was silent for so long is asked whether it is there, and one that is
 *     silent for as long again is taken to be gone; below the minute after which proxies cut
 * @param sendTimeout a page that has not taken a frame for so long is hung up on
 */
@ConfigurationProperties("downhill.stream")
record StreamSettings(
    @DefaultValue("25s") Duration heartbeat, @DefaultValue("2s") Duration sendTimeout) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Refuses what is not above 0 or is longer than an hour. */
  StreamSettings {
    check("heartbeat", heartbeat);
    check("send-timeout", sendTimeout);
  }

  private static void check(String name, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "downhill.stream." + name + " must be above 0s and at most 1h, and this is " + time);
    }
  }
}
