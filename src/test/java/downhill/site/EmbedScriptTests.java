package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The script that other people's pages load from here. */
class EmbedScriptTests {

  private static final int MOST_BYTES = 2048;

  @Test
  void isLight() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(script());
    }
    assertThat(packed.size()).isBetween(500, MOST_BYTES);
  }

  @Test
  void needsNothingThatAStrictPolicyForbids() throws IOException {
    assertThat(new String(script(), StandardCharsets.UTF_8))
        .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "new Function", "cssText")
        .doesNotContain("setAttribute('style'", "document.write", "import ", "?.", "??");
  }

  private static byte[] script() throws IOException {
    try (InputStream in = EmbedScriptTests.class.getResourceAsStream("/static/embed.js")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
