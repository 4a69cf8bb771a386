package downhill.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What lies behind an address, and the headers that go with it. The one place in which they are
 * chosen.
 */
enum AddressKind {
  /** For people: HTML that may run our own scripts and be framed by nobody. */
  PAGE {
    @Override
    Map<String, String> headers(String path, String ancestors) {
      Map<String, String> headers = html("'none'");
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
      headers.put("Cross-Origin-Resource-Policy", "same-origin");
      return headers;
    }
  },

  /**
   * A sim for the frame of another's page, which may ask of all that it frames that it be shared
   * and share alike.
   */
  EMBED {
    @Override
    Map<String, String> headers(String path, String ancestors) {
      Map<String, String> headers = html(ancestors);
      headers.put("Cross-Origin-Embedder-Policy", "require-corp");
      headers.put("Cross-Origin-Resource-Policy", "cross-origin");
      return headers;
    }
  },

  /** Scripts, styles, pictures: for anyone, a frame without an origin too. */
  FILE {
    @Override
    Map<String, String> headers(String path, String ancestors) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Security-Policy", NOTHING_POLICY);
      headers.put("Access-Control-Allow-Origin", "*");
      headers.put("Cross-Origin-Resource-Policy", "cross-origin");
      headers.put(
          "Cache-Control",
          NAMES_ITS_CONTENT.matcher(path).find()
              ? "public, max-age=31536000, immutable"
              : "no-cache");
      return headers;
    }
  },

  /** For programs: JSON, CSV and the like, which carry their own word on caching. */
  DATA {
    @Override
    Map<String, String> headers(String path, String ancestors) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Content-Security-Policy", NOTHING_POLICY);
      headers.put("Cross-Origin-Resource-Policy", "cross-origin");
      return headers;
    }
  };

  private static final String PAGE_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "frame-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types default");

  private static final String NOTHING_POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String NO_DEVICES =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  /** A content hash in the file's name, or a webjar's version in its path. */
  private static final Pattern NAMES_ITS_CONTENT =
      Pattern.compile("-[0-9a-f]{32}\\.[a-z0-9.]+$|^/webjars/[^/]+/\\d[^/]*/");

  private static final Pattern FILES =
      Pattern.compile(
          "^/(css|fonts|images|js|webjars)/|^/[^/]+\\.(ico|js|png|svg|txt|webmanifest)$");

  private static final String EMBEDS = "/embed/";

  private static final Pattern DATA_PATHS =
      Pattern.compile("^/(api|actuator|oembed|ws)(/|$)|\\.(yaml|xml)$");

  static AddressKind of(String path) {
    if (FILES.matcher(path).find()) {
      return FILE;
    }
    if (path.startsWith(EMBEDS)) {
      return EMBED;
    }
    return DATA_PATHS.matcher(path).find() ? DATA : PAGE;
  }

  /**
   * The headers for an address of this kind.
   *
   * @param path the address within the service, such as {@code /js/pages/roll.js}
   * @param ancestors who may frame an embed, as {@code frame-ancestors} says it
   */
  abstract Map<String, String> headers(String path, String ancestors);

  /** Whether it is for people, in a language. */
  boolean hasWords() {
    return this == PAGE || this == EMBED;
  }

  private static Map<String, String> html(String ancestors) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", PAGE_POLICY + "; frame-ancestors " + ancestors);
    headers.put("Permissions-Policy", NO_DEVICES);
    headers.put("Cache-Control", "no-cache");
    headers.put("Vary", "Accept-Language");
    return headers;
  }
}
