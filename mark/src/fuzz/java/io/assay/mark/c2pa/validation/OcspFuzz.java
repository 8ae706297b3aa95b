package io.assay.mark.c2pa.validation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.cose.CertificateProfile;
import io.assay.mark.c2pa.cose.DevelopmentAuthority;
import java.time.Instant;
import java.util.Map;

/**
 * Coverage-guided noise for answers about revocation: each gets a status. With {@code
 * JAZZER_FUZZ=1} in the environment the target is driven for its time; without it the seeds run
 * once.
 */
class OcspFuzz {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final DevelopmentAuthority.Issued LEAF =
      DevelopmentAuthority.root(NOW)
          .subordinate()
          .issue("Signer", CertificateProfile.CLAIM_SIGNING);

  @FuzzTest(maxDuration = "1m")
  void response(byte[] data) {
    Cbor.Fields values = Cbor.map(Map.of("ocspVals", Cbor.list(Cbor.of(data))));
    StapledOcsp.of(
        Cbor.map(Map.of("rVals", values)), LEAF.chain().getFirst(), LEAF.chain(), NOW);
  }
}
