package io.assay.mark.c2pa;

import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.Certificates;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import io.assay.mark.c2pa.validation.TrustAnchors;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A chain in memory, with signers of every kind of key and with short lives. */
final class TestAuthority {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Duration LIFE = Duration.ofDays(30);

  private final DevelopmentAuthority root;
  private final DevelopmentAuthority issuing;

  private TestAuthority(Instant now) {
    this.root = DevelopmentAuthority.root(now);
    this.issuing = root.subordinate();
  }

  /** A chain that begins at {@link #NOW}. */
  static TestAuthority fixed() {
    return new TestAuthority(NOW);
  }

  /** A chain that begins now, for validators with a clock of their own. */
  static TestAuthority current() {
    return new TestAuthority(InstantSource.system().instant());
  }

  C2paSigner signer(String keyAlgorithm) {
    return signer(keyAlgorithm, LIFE);
  }

  C2paSigner signer(String keyAlgorithm, Duration life) {
    DevelopmentAuthority.Issued issued =
        issuing.issue("Test Signer", CertificateProfile.CLAIM_SIGNING, keyAlgorithm, life);
    return KeySigner.of(issued.key(), issued.chain());
  }

  TimestampAuthority timestampAuthority(InstantSource clock) {
    DevelopmentAuthority.Issued issued =
        issuing.issue("Test Time-Stamper", CertificateProfile.TIME_STAMPING, "EC", LIFE);
    return new LocalTimestampAuthority(issued.key(), issued.chain(), clock);
  }

  TrustAnchors anchors() {
    return TrustAnchors.of(List.of(root.certificate()));
  }

  String rootPem() {
    return Certificates.toPem(List.of(root.certificate()));
  }
}
