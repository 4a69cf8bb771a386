package downhill.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands the proxies that name a socket's scheme, {@code wss}, where the others say {@code
 * https}. Else the origin of a page would look foreign to its own server.
 *
 * <p>It comes before Tomcat's own valve, which decides whether the proxy is to be believed at all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxiedSockets implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addEngineValves(new SchemeValve());
  }

  private static class SchemeValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-Proto";
    private static final Map<String, String> MEANS = Map.of("wss", "https", "ws", "http");

    SchemeValve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      String scheme = request.getHeader(HEADER);
      if (scheme != null && MEANS.containsKey(scheme)) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        headers.setValue(HEADER).setString(MEANS.get(scheme));
      }
      getNext().invoke(request, response);
    }
  }
}
