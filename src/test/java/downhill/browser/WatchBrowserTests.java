package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** That the watch sees what it is there to see; without this, all others could pass blindly. */
class WatchBrowserTests extends BrowserTest {

  @Test
  void seesAnErrorOnTheConsole() {
    seesAfter("console.error('so wrong')", "so wrong");
  }

  @Test
  void seesAnUncaughtError() {
    seesAfter("setTimeout(() => { throw new Error('thrown away'); })", "thrown away");
  }

  @Test
  void seesABreachOfThePolicy() {
    seesAfter(
        "const s = document.createElement('style'); s.textContent = 'p { color: red }';"
            + " document.head.append(s)",
        "Content Security Policy");
  }

  @Test
  void seesTextTakenForMarkup() {
    seesAfter(
        "try { document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'); } catch {}",
        "Content Security Policy broken: require-trusted-types-for");
  }

  @Test
  void seesAPolicyThatNobodyKnows() {
    seesAfter(
        "try { trustedTypes.createPolicy('lax', { createHTML: text => text }); } catch {}",
        "Content Security Policy broken: trusted-types");
  }

  @Test
  void seesAnotherHostBeingAsked() {
    seesAfter("fetch('https://elsewhere.invalid/x').catch(() => {})", "Content Security Policy");
    Page page = bare();
    page.setContent("<img src='https://elsewhere.invalid/x.png'>");
    assertThat(faults()).contains("another host was asked: https://elsewhere.invalid/x.png");
  }

  /** Fails, after the window's patience, if nothing of the kind is seen. */
  private void seesAfter(String script, String words) {
    Page page = visit("/an/address/that/does/not/exist");
    page.evaluate(script);
    page.waitForCondition(() -> watch().faults().stream().anyMatch(fault -> fault.contains(words)));
    watch().expect(".*");
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
