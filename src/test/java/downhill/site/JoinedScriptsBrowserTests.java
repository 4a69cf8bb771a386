package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import downhill.browser.BrowserTest;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The joined files say what the modules say that they were joined from. */
class JoinedScriptsBrowserTests extends BrowserTest {

  /** A page on which the modules run as they are written, beside the joined files. */
  private static final String PLAIN =
      """
      <!DOCTYPE html>
      <link rel="icon" href="data:,">
      <script type="importmap">
        {"imports": {
          "d3-array": "/webjars/d3-array/dist/d3-array.min.js",
          "d3-contour": "/webjars/d3-contour/dist/d3-contour.min.js"}}
      </script>
      """;

  /** What was compared and what differs; the address of a late import and comments may. */
  private static final String COMPARE =
      """
      async (files) => {
        const defined = [];
        const late = /import\\('.*?([\\w-]+?)(-[0-9a-f]{32})?\\.js'\\)/g;
        const comments = /\\/\\*[^]*?\\*\\/|(^|\\s)\\/\\/ .*$/gm;
        const told = (thing) => (typeof thing === 'function' ? String(thing).replace(late, '$1')
          .replace(comments, '').replace(/\\s+/g, ' ') : JSON.stringify(thing));
        customElements.define = (name, element) => defined.push(name + told(element));
        const differences = {};
        for (const file of files) {
          for (const [scope, joined] of Object.entries(await import(file))) {
            const path = scope.replace('$', '/js/').replaceAll('$', '/').replaceAll('_', '-');
            const plain = await import(`${path}.js`);
            const names = [...new Set([...Object.keys(joined), ...Object.keys(plain)])];
            differences[path] = names.filter((name) => told(joined[name]) !== told(plain[name]));
          }
        }
        const twice = defined.length === 2 * new Set(defined).size;
        return { compared: Object.keys(differences), defined: twice ? defined.length : -1,
          differences: Object.entries(differences).filter(([, names]) => names.length > 0)
            .map((entry) => entry.join(': ')) };
      }
      """;

  /** What all share, and the page of sharing. */
  private static final int FILES_WITHOUT_A_SIM = 2;

  @Autowired private ResourceUrlProvider urls;

  @Test
  void aJoinedFileHoldsTheVerySameAsItsModules() throws IOException {
    List<String> files = JoinedScriptsTests.files(urls);
    Page page = window(desk()).newPage();
    page.route(
        "**/plain",
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(PLAIN)));
    page.navigate(address("/plain"));

    assertThat(page.evaluate(COMPARE, files))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("differences", List.of())
        .containsEntry("defined", 2 * (files.size() - FILES_WITHOUT_A_SIM))
        .extractingByKey("compared")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("/js/view/charting", "/js/model/spec", "/js/pages/downhill-roll");
  }
}
