package downhill.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the query of a page's address as it is, however it was mangled on its way through mails and
 * editors: what cannot be decoded stands for itself. The container would answer with an error.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ForgivingQueryFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return !AddressKind.of(path).hasWords();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Forgiving(request), response);
  }

  /** The members of a query; those without a name are left out. */
  static Map<String, String[]> read(@Nullable String query) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (String member : String.valueOf(query == null ? "" : query).split("&")) {
      String[] pair = member.split("=", 2);
      if (!pair[0].isEmpty()) {
        members
            .computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>())
            .add(pair.length == 1 ? "" : decoded(pair[1]));
      }
    }
    Map<String, String[]> read = new LinkedHashMap<>();
    members.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
    return Collections.unmodifiableMap(read);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static final class Forgiving extends HttpServletRequestWrapper {

    private final Map<String, String[]> members;

    Forgiving(HttpServletRequest request) {
      super(request);
      members = read(request.getQueryString());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return members;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(members.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return members.get(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = members.get(name);
      return values == null ? null : values[0];
    }
  }
}
