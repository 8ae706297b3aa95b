package io.assay.mark.c2pa;

import io.assay.mark.AppliedLabel;
import io.assay.mark.LabelRequest;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.Seal;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.container.Source;
import java.util.Optional;

/**
 * Seals labelled files with a C2PA manifest that also signs the GB 45438 label, so that taking the
 * label away or changing it shows (Provisions Article 18). Safe for use by several threads as far
 * as the signer is.
 */
public final class C2paSeal implements Seal {
  private final String generatorName;
  private final String generatorVersion;
  private final C2paSigner signer;
  private final Optional<TimestampAuthority> authority;

  public C2paSeal(
      String generatorName,
      String generatorVersion,
      C2paSigner signer,
      Optional<TimestampAuthority> authority) {
    this.generatorName = generatorName;
    this.generatorVersion = generatorVersion;
    this.signer = signer;
    this.authority = authority;
  }

  /**
   * {@inheritDoc}
   *
   * @throws MarkException where the format holds no manifest, or it cannot be read back
   */
  @Override
  public Result seal(Media labelled, LabelRequest request) {
    ManifestRequest manifest = manifest(labelled, request);
    Source sealed = C2pa.embed(labelled.source(), labelled.format(), manifest, signer);
    ManifestStore store =
        C2pa.read(sealed)
            .orElseThrow(
                () ->
                    new MarkException(
                        MarkException.Reason.READ_BACK, "the manifest cannot be read back"));
    return new Result(
        new Media(sealed, labelled.format()),
        new AppliedLabel.Sealed("C2PA", store.active().label()));
  }

  private ManifestRequest manifest(Media labelled, LabelRequest request) {
    String title =
        request.implicit().map(AigcLabel::produceId).orElse(labelled.format().mediaType());
    ManifestRequest manifest = ManifestRequest.created(title, generatorName, generatorVersion);
    if (request.implicit().isPresent()) {
      manifest = manifest.withAigcLabel(request.implicit().get().json());
    }
    Optional<DigitalSourceType> type = request.digitalSourceType().flatMap(DigitalSourceType::of);
    if (type.isPresent()) {
      manifest = manifest.withSourceType(type.get());
    }
    return authority.isPresent() ? manifest.stampedBy(authority.get()) : manifest;
  }
}
