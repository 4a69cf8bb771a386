package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialog of sharing, and the page that stands for it where there is no script. */
class ShareBrowserTests extends BrowserTest {

  private static final String OPEN = "dialog.share-dialog[open]";

  @Test
  void theKeyboardOpensChoosesCopiesAndComesBack() {
    Page page = visit("/sims/roll?curve=steep-valley&start=2&learningRate=0.1");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    SimPage sim = new SimPage(page);
    sim.part("share").focus();
    page.keyboard().press("Enter");
    page.waitForSelector(OPEN);
    assertThat(focused(page)).isEqualTo("share-heading");
    assertThat(field(page, "iframe").inputValue()).contains("/embed/roll?curve=steep-valley&amp;");

    page.locator(".share-hide summary").click();
    page.locator("[name=hide][value=guess]").check();
    page.locator("[name=theme]").selectOption("dark");
    page.waitForFunction(
        "() => /theme=dark&amp;hide=guess/.test(document.querySelector('[data-kind=iframe]').value)");
    assertThat(page.locator("[data-part=share-preview-frame]").getAttribute("src"))
        .startsWith("/embed/roll?")
        .contains("theme=dark&hide=guess");

    page.locator("details:has([data-kind=link]) [data-part=copy]").click();
    page.locator("[data-part=share-said]:has-text('Copied.')").waitFor();
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(sim.part("permalink").getAttribute("href").replace("&seed=1", ""));

    page.keyboard().press("Escape");
    page.waitForSelector(
        OPEN, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(page.evaluate("document.activeElement.dataset.part")).isEqualTo("share");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sims/roll?lang=es", "/studio"})
  void theDialogKeepsNobodyOut(String path) {
    boolean narrow = path.contains("es");
    Page page =
        visit(
            path,
            (narrow ? phone() : desk())
                .setColorScheme(narrow ? ColorScheme.DARK : ColorScheme.LIGHT));
    SimPage sim = new SimPage(page);
    sim.part("share").click();
    page.waitForSelector(OPEN);
    page.locator("details:has([data-kind=lms]) summary").click();
    // What is in the frame of the preview is a page of its own, and is tried as one.
    page.evaluate("document.querySelector('[data-part=share-preview-frame]').remove()");
    assertAccessible(page);
    assertThat(
            page.evaluate(
                "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"))
        .isEqualTo(true);
    page.locator("[data-part=share-qr] summary").click();
    page.locator("[data-part=share-qr-code] svg").waitFor();
  }

  @Test
  void withoutAScriptThereIsAPage() {
    BrowserContext window = window(desk().setJavaScriptEnabled(false));
    Page page = window.newPage();
    page.navigate(address("/studio?example=fruits&lang=es"));
    page.locator("[data-part=share]").click();
    assertThat(page.url()).contains("/share/studio?", "lang=es");
    page.locator("[name=controls]").selectOption("few");
    page.locator(".share-hide summary").click();
    page.locator("[name=hide][value=examples]").check();
    page.locator("[name=language]").selectOption("en");
    page.locator(".share-form [type=submit]").click();
    assertThat(page.url()).contains("lang=es");
    assertThat(field(page, "link").inputValue()).startsWith(address("/studio?program="));
    assertThat(field(page, "iframe").inputValue())
        .contains("controls=few&amp;hide=examples&amp;lang=en");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
  }

  private static Locator field(Page page, String kind) {
    return page.locator("[data-kind=" + kind + "]");
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.id");
  }
}
