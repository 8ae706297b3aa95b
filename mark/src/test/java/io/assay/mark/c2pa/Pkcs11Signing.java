package io.assay.mark.c2pa;

import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.container.Format;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts a claim key into a token, seals a picture with it, and leaves the root beside it. */
public final class Pkcs11Signing {
  private static final char[] PIN = "1234".toCharArray();

  private Pkcs11Signing() {}

  public static void main(String[] arguments) throws Exception {
    Path configuration = Path.of(arguments[0]);
    DevelopmentAuthority root = DevelopmentAuthority.root(Instant.now());
    DevelopmentAuthority.Issued issued =
        root.subordinate()
            .issue("Token", CertificateProfile.CLAIM_SIGNING, "EC", Duration.ofDays(30));
    Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN);
    X509Certificate[] chain = issued.chain().toArray(new X509Certificate[0]);
    store.setKeyEntry("claim", issued.key(), null, chain);
    KeySigner signer = KeySigner.ofPkcs11(configuration, "claim", PIN);
    ManifestRequest request = ManifestRequest.created("A picture", "Assay", "1.0");
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
      C2pa.embed(Samples.read("sample.png"), Format.PNG, request, signer).copyTo(out);
    }
    Files.writeString(Path.of(arguments[2]), Certificates.toPem(List.of(root.certificate())));
  }
}
