package downhill.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every answer the headers of its {@link AddressKind}, before anything else can answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeadersFilter extends OncePerRequestFilter {

  private final EmbedSettings embeds;

  HeadersFilter(EmbedSettings embeds) {
    this.embeds = embeds;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
    String path = failed ? failedPath(request) : pathOf(request);
    AddressKind kind = AddressKind.of(path);
    if (failed && kind == AddressKind.FILE) {
      kind = AddressKind.PAGE;
    }
    kind.headers(path, embeds.allowedAncestors()).forEach(response::setHeader);
    if (failed) {
      response.setHeader("Cache-Control", "no-store");
    }
    protectEverywhere(request, response);
    chain.doFilter(request, new OneVaryLine(response));
  }

  private static void protectEverywhere(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** An error is told on the way back, by when the failed address is only an attribute. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static String failedPath(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
