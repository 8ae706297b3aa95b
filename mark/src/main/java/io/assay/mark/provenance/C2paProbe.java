package io.assay.mark.provenance;

import io.assay.mark.Finding;
import io.assay.mark.Finding.Bearing;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.Probe;
import io.assay.mark.c2pa.C2pa;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.store.ValidationStatus;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.c2pa.validation.ValidationReport;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the C2PA manifest of a file says and proves. */
public final class C2paProbe implements Probe {
  private static final Set<StatusCode> INCONCLUSIVE =
      Set.of(
          StatusCode.OCSP_REVOKED,
          StatusCode.SIGNING_CREDENTIAL_EXPIRED,
          StatusCode.SIGNING_CREDENTIAL_INVALID,
          StatusCode.SIGNING_CREDENTIAL_UNTRUSTED,
          StatusCode.ALGORITHM_UNSUPPORTED,
          StatusCode.GENERAL_ERROR);

  private final TrustAnchors anchors;
  private final InstantSource clock;
  private final Optional<byte[]> sidecar;

  public C2paProbe(TrustAnchors anchors, InstantSource clock) {
    this(anchors, clock, Optional.empty());
  }

  private C2paProbe(TrustAnchors anchors, InstantSource clock, Optional<byte[]> sidecar) {
    this.anchors = anchors;
    this.clock = clock;
    this.sidecar = sidecar;
  }

  /** A probe for a file whose manifest lies beside it. */
  public C2paProbe withSidecar(byte[] manifest) {
    return new C2paProbe(anchors, clock, Optional.of(manifest));
  }

  @Override
  public List<Finding> examine(Media media) {
    try {
      return sidecar
          .map(manifest -> C2pa.validate(media.source(), manifest, anchors, clock))
          .or(() -> C2pa.validate(media.source(), anchors, clock))
          .map(report -> List.of(finding(report)))
          .orElse(List.of());
    } catch (MarkException e) {
      return List.of(
          new Finding(
              "c2pa.unreadable",
              Bearing.INFORMS,
              "a C2PA manifest that cannot be read: " + e.getMessage()));
    }
  }

  private static Finding finding(ValidationReport report) {
    String signer = report.signer().orElse("an unnamed signer");
    return switch (report.state()) {
      case TRUSTED ->
          new Finding(
              "c2pa.trusted", Bearing.SHOWS_INTACT, "sealed by " + signer + ", who is trusted");
      case VALID ->
          new Finding(
              "c2pa.valid",
              Bearing.INFORMS,
              "sealed by " + signer + ", an issuer not trusted here");
      case INVALID -> invalid(signer, report);
    };
  }

  /** A seal that fails for its signer or for want of means says nothing of the content. */
  private static Finding invalid(String signer, ValidationReport report) {
    List<StatusCode> failures =
        Stream.concat(report.failures().stream(), report.ingredients().stream())
            .filter(ValidationStatus::isFailure)
            .map(ValidationStatus::code)
            .distinct()
            .toList();
    String codes = failures.stream().map(StatusCode::code).collect(Collectors.joining(", "));
    return INCONCLUSIVE.containsAll(failures)
        ? new Finding(
            "c2pa.inconclusive",
            Bearing.INFORMS,
            "the seal of " + signer + " proves nothing here: " + codes)
        : new Finding(
            "c2pa.invalid",
            Bearing.SHOWS_ALTERATION,
            "the seal of " + signer + " does not hold: " + codes);
  }
}
