package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.Provision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that only its own clients trust, made by the JDK's keytool. */
final class Certificate {

  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "downhill";

  private final Path chain;
  private final Path key;
  private final SSLContext trust;

  /** Makes one, in a folder. */
  Certificate(Path folder) throws IOException {
    Path store = folder.resolve("certificate.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    assertThat(Provision.run(60, command)).isTrue();
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      byte[] secret = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
      chain = write(folder, "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
      key = write(folder, "PRIVATE KEY", secret);
      trust = trusting(keys.getCertificate(ALIAS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java could not read what it made", e);
    }
  }

  private static Path write(Path folder, String what, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    return Files.writeString(
        folder.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  private static SSLContext trusting(java.security.cert.Certificate own)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, own);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  Path chain() {
    return chain;
  }

  Path key() {
    return key;
  }

  /** For a client that trusts it. */
  SSLContext trust() {
    return trust;
  }
}
