package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downhill.run.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the picture of a landscape, beside the ball. */
class PictureBrowserTests extends BrowserTest {

  private static final String CAPTION_ON_CURVE =
      """
      () => {
        const picture = document.querySelector('[data-part="picture"]').getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('.caption-loss'));
        const words = range.getBoundingClientRect();
        return document.querySelector('.still .curve').getAttribute('d').match(/[^ML]+/g)
          .map((point) => point.split(' ').map((share) => Number(share) / 1000))
          .map(([x, y]) => [picture.left + x * picture.width, picture.top + y * picture.height])
          .filter(([x, y]) => x > words.left && x < words.right && y > words.top - 3 && y < words.bottom + 3).length;
      }
      """;

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void theCaptionStaysClearOfEveryCurve(int width) {
    Page page = visit("/sims/roll", desk().setViewportSize(width, 800));
    for (String curve : Catalogue.curveNames()) {
      page.navigate(address("/sims/roll?curve=" + curve));
      assertThat(page.evaluate(CAPTION_ON_CURVE)).as(curve).isEqualTo(0);
    }
  }
}
