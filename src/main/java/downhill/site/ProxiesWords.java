package downhill.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.parser.Host;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Understands what proxies say of the outer address, each in its way: some name a socket's scheme,
 * {@code wss}, where the others say {@code https}; some tell the port only beside the host; several
 * in a row write one after the other, and the first is the one that the reader asked.
 *
 * <p>It comes before Tomcat's own valve, which decides whether the proxy is to be believed at all
 * and takes no notice of a host that cannot be one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxiesWords implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addEngineValves(new Interpreter());
  }

  private static class Interpreter extends ValveBase {

    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";
    private static final Map<String, String> MEANS = Map.of("wss", "https", "ws", "http");
    private static final int LAST_PORT = 65_535;

    Interpreter() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
      String scheme = first(headers, PROTO);
      if (scheme != null) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        headers.setValue(PROTO).setString(MEANS.getOrDefault(lower, lower));
      }
      String host = first(headers, HOST);
      if (host != null) {
        headers.setValue(HOST).setString(host);
      }
      String port = first(headers, PORT);
      sayPort(headers, isPort(port) ? port : portOf(host));
      getNext().invoke(request, response);
    }

    private static @Nullable String first(MimeHeaders headers, String name) {
      String said = headers.getHeader(name);
      return said == null ? null : said.split(",", 2)[0].strip();
    }

    private static void sayPort(MimeHeaders headers, @Nullable String port) {
      if (port == null) {
        headers.removeHeader(PORT);
      } else {
        headers.setValue(PORT).setString(port);
      }
    }

    private static @Nullable String portOf(@Nullable String host) {
      try {
        int colon = host == null ? -1 : Host.parse(host);
        String port = colon < 0 || host == null ? null : host.substring(colon + 1);
        return isPort(port) ? port : null;
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    private static boolean isPort(@Nullable String text) {
      return text != null
          && text.matches("[0-9]{1,5}")
          && Integer.parseInt(text) > 0
          && Integer.parseInt(text) <= LAST_PORT;
    }
  }
}
