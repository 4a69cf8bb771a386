package downhill.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** Answers, and how long they may be kept. */
final class Answers {

  private static final CacheControl EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl AN_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

  private Answers() {}

  /** An answer to what was sent, which has no address to keep it by. */
  static ResponseEntity.BodyBuilder once(MediaType type) {
    return answer(type, CacheControl.noStore());
  }

  /** A pure function of its address. */
  static ResponseEntity<String> forEver(MediaType type, String text) {
    return keptForEver(type).eTag(tag(text)).body(text);
  }

  /** The same, to be finished. */
  static ResponseEntity.BodyBuilder keptForEver(MediaType type) {
    return answer(type, EVER);
  }

  /** A function of its address and of words, which may get better. */
  static ResponseEntity.BodyBuilder forAnHour(MediaType type, String text) {
    return answer(type, AN_HOUR).eTag(tag(text));
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type, CacheControl kept) {
    return ResponseEntity.ok().contentType(type).cacheControl(kept).varyBy(HttpHeaders.ACCEPT);
  }

  /** Weak, since the answer may be sent compressed or not. */
  private static String tag(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
  }
}
