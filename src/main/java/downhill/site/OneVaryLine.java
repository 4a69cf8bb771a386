package downhill.site;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/**
 * Puts all that an answer varies by into one line. Several mean the same, but nginx before 1.23
 * heeds only the last of them, and then gives one reader what was meant for another.
 */
class OneVaryLine extends HttpServletResponseWrapper {

  OneVaryLine(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addHeader(String name, String value) {
    String before = HttpHeaders.VARY.equalsIgnoreCase(name) ? getHeader(name) : null;
    if (before == null) {
      super.addHeader(name, value);
    } else {
      super.setHeader(name, before + ", " + value);
    }
  }
}
