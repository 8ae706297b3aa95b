package io.assay.mark.c2pa;

import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.c2pa.cose.PemKey;
import io.assay.mark.c2pa.validation.TrustAnchors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/**
 * A certificate chain for development, made on first use and kept in a folder: root, issuing
 * authority, claim signer (ES256) and time-stamper. Nobody else trusts it, its names say so, and
 * the root's key is thrown away. A production service signs with a certificate from a C2PA trust
 * list.
 */
public final class DevelopmentPki {
  private static final String ROOT = "root.pem";
  private static final String SIGNER = "signer";
  private static final String TIME_STAMPER = "time-stamper";

  private final Path folder;

  private DevelopmentPki(Path folder) {
    this.folder = folder;
  }

  /** Opens the chain in {@code folder}, or makes one there that starts at the clock's time. */
  public static DevelopmentPki openOrCreate(Path folder, InstantSource clock) {
    DevelopmentPki pki = new DevelopmentPki(folder);
    if (!Files.exists(folder.resolve(ROOT))) {
      pki.create(clock);
    }
    return pki;
  }

  private void create(InstantSource clock) {
    try {
      Files.createDirectories(folder);
      DevelopmentAuthority root = DevelopmentAuthority.root(clock.instant());
      DevelopmentAuthority issuing = root.subordinate();
      write(SIGNER, issuing.issue("Claim Signer", CertificateProfile.CLAIM_SIGNING));
      write(TIME_STAMPER, issuing.issue("Time-Stamper", CertificateProfile.TIME_STAMPING));
      replace(ROOT, Certificates.toPem(List.of(root.certificate())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the development chain to " + folder, e);
    }
  }

  private void write(String name, DevelopmentAuthority.Issued issued) throws IOException {
    replace(name + ".chain.pem", Certificates.toPem(issued.chain()));
    replace(name + ".key.pem", PemKey.toPem(issued.key()));
  }

  private void replace(String name, String pem) throws IOException {
    Path temporary = Files.createTempFile(folder, name, ".tmp");
    Files.writeString(temporary, pem);
    if (name.endsWith(".key.pem")
        && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(
        temporary,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Signs claims with ES256. */
  public C2paSigner signer() {
    return KeySigner.ofPem(
        folder.resolve(SIGNER + ".key.pem"), folder.resolve(SIGNER + ".chain.pem"));
  }

  /** Stamps with this process's own clock. */
  public TimestampAuthority timestampAuthority(InstantSource clock) {
    List<X509Certificate> chain = Certificates.parsePem(read(TIME_STAMPER + ".chain.pem"));
    return new LocalTimestampAuthority(
        PemKey.parse(read(TIME_STAMPER + ".key.pem"), chain.getFirst().getPublicKey()),
        chain,
        clock);
  }

  /** Believes this chain's root, for both purposes. */
  public TrustAnchors trustAnchors() {
    return TrustAnchors.ofPem(rootPem());
  }

  /** The root certificate, for validators that are to believe this chain. */
  public String rootPem() {
    return read(ROOT);
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
    }
  }
}
