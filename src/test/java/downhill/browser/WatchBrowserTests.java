package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** That the watch sees what it is there to see; without this, all others could pass blindly. */
class WatchBrowserTests extends BrowserTest {

  @Test
  void seesAnErrorOnTheConsole() {
    assertThat(faultsAfter("console.error('so wrong')")).contains("so wrong");
  }

  @Test
  void seesAnUncaughtError() {
    assertThat(faultsAfter("setTimeout(() => { throw new Error('thrown away'); })"))
        .contains("thrown away");
  }

  @Test
  void seesABreachOfThePolicy() {
    assertThat(
            faultsAfter(
                "const s = document.createElement('script');"
                    + " s.textContent = 'window.breached = true'; document.head.append(s)"))
        .contains("Content Security Policy");
  }

  @Test
  void seesAnotherHostBeingAsked() {
    assertThat(faultsAfter("fetch('https://elsewhere.invalid/x').catch(() => {})"))
        .contains("Content Security Policy");
    Page page = bare();
    page.setContent("<img src='https://elsewhere.invalid/x.png'>");
    assertThat(faults()).contains("another host was asked: https://elsewhere.invalid/x.png");
  }

  private String faultsAfter(String script) {
    Page page = visit("/an/address/that/does/not/exist");
    page.evaluate(script);
    page.waitForTimeout(200);
    return faults();
  }

  private Page bare() {
    BrowserContext window = window(desk());
    window.route("**/*.png", route -> route.abort());
    return window.newPage();
  }

  private String faults() {
    String faults = String.join("\n", watch().faults());
    watch().expect(".*");
    return faults;
  }
}
