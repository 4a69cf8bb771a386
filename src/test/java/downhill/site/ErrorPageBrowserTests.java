package downhill.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.browser.BrowserTest;
import org.junit.jupiter.api.Test;

class ErrorPageBrowserTests extends BrowserTest {

  @Test
  void aPathThatLeadsNowhereSaysSoAndLeadsHome() {
    Page page = visit("/no/such/place");
    watch().expect("status of 404");

    assertThat(page.locator("h1")).hasText("This path leads nowhere");
    assertThat(page.locator("main a")).hasAttribute("href", "/");
    assertAccessible(page);
  }
}
