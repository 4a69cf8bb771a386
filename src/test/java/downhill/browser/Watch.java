package downhill.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Notes what a page must never do: report an error, break the content security policy, or ask
 * another host for anything. A breach is told by the browser as an error and, in every frame, by
 * the event that goes with it, so that one of a frame or of a policy that only reports is seen too.
 */
public final class Watch {

  private static final List<String> OWN_HOSTS = List.of("localhost", "127.0.0.1");

  /** In every frame and before any of its scripts: each breach is told with what it was. */
  private static final String TELLS_BREACHES =
      "addEventListener('securitypolicyviolation', (breach) => console.error('Content Security"
          + " Policy broken: ' + breach.violatedDirective + ' by ' + breach.blockedURI + ' ' +"
          + " breach.sample + ' at ' + breach.sourceFile + ':' + breach.lineNumber))";

  private final List<String> faults = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Watch(BrowserContext context) {
    context.addInitScript(TELLS_BREACHES);
    context.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            fault("console: " + message.text() + " (" + message.location() + ")");
          }
        });
    context.onWebError(error -> fault("uncaught: " + error.error()));
    context.onRequest(request -> mustBeOwn(request.url()));
    context.onPage(this::watchSockets);
  }

  /** A fault that the test brings about itself, such as a connection that it cuts. */
  public void expect(String regex) {
    expected.add(Pattern.compile(regex));
  }

  /** What was seen and not expected. */
  List<String> faults() {
    return faults.stream()
        .filter(fault -> expected.stream().noneMatch(regex -> regex.matcher(fault).find()))
        .toList();
  }

  private void watchSockets(Page page) {
    page.onWebSocket(socket -> mustBeOwn(socket.url()));
  }

  private void mustBeOwn(String url) {
    if (url.matches("(?i)(https?|wss?):.*") && !OWN_HOSTS.contains(URI.create(url).getHost())) {
      fault("another host was asked: " + url);
    }
  }

  private void fault(String fault) {
    faults.add(fault);
  }
}
