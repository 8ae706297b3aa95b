package io.assay.mark.provenance;

import io.assay.mark.AppliedLabel;
import io.assay.mark.Media;
import io.assay.mark.Seal;
import io.assay.mark.c2pa.C2pa;
import io.assay.mark.c2pa.C2paSigner;
import io.assay.mark.c2pa.DigitalSourceType;
import io.assay.mark.c2pa.ManifestRequest;
import io.assay.mark.c2pa.SoftBinding;
import io.assay.mark.c2pa.TimestampAuthority;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Seals a labelled file with a signed C2PA manifest that names the implicit label, the watermark
 * and how the content came about, inside the file or, where its format has no place for one, beside
 * it. Text keeps its manifest beside it unless told otherwise, since inside it is tens of thousands
 * of invisible characters.
 */
public final class C2paSeal implements Seal {
  private static final String GENERATOR = "Assay";
  private static final String VERSION = "0.1.0";

  private final C2paSigner signer;
  private final Optional<TimestampAuthority> timestamps;
  private final boolean inText;

  public C2paSeal(C2paSigner signer, Optional<TimestampAuthority> timestamps) {
    this(signer, timestamps, false);
  }

  private C2paSeal(C2paSigner signer, Optional<TimestampAuthority> timestamps, boolean inText) {
    this.signer = signer;
    this.timestamps = timestamps;
    this.inText = inText;
  }

  /** A seal that stands inside texts too. */
  public C2paSeal insideText() {
    return new C2paSeal(signer, timestamps, true);
  }

  @Override
  public Result seal(Media labelled, Content content) {
    ManifestRequest request = request(labelled.format(), content);
    boolean text = labelled.format().kind() == Format.Kind.TEXT;
    if (C2pa.embeds(labelled.format()) && (inText || !text)) {
      Source sealed = C2pa.embed(labelled.source(), labelled.format(), request, signer);
      return new Result(
          new Media(sealed, labelled.format()),
          new AppliedLabel.Sealed("C2PA", "manifest in the file"),
          Optional.empty());
    }
    return new Result(
        labelled,
        new AppliedLabel.Sealed("C2PA", "manifest beside the file"),
        Optional.of(C2pa.sidecar(labelled.source(), request, signer)));
  }

  private ManifestRequest request(Format format, Content content) {
    String title = format.name().toLowerCase(Locale.ROOT) + " content";
    ManifestRequest request = ManifestRequest.created(title, GENERATOR, VERSION);
    if (content.digitalSourceType().isPresent()) {
      request = request.withSourceType(DigitalSourceType.of(content.digitalSourceType().get()));
    }
    if (content.aigc().isPresent()) {
      request = request.withAigcLabel(content.aigc().get());
    }
    if (content.watermark().isPresent()) {
      AppliedLabel.Watermarked hidden = content.watermark().get();
      request =
          request.withSoftBinding(
              new SoftBinding(
                  SoftBinding.Kind.WATERMARK,
                  hidden.scheme(),
                  hidden.produceId().getBytes(StandardCharsets.UTF_8)));
    }
    return timestamps.isPresent() ? request.stampedBy(timestamps.get()) : request;
  }
}
