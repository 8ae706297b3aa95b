package io.assay.mark.c2pa.store;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.jumbf.JumbfReader;
import io.assay.mark.container.Brotli;
import java.util.Optional;

/** Reads the compressed manifests of one store (section 11.2.4), which share one bound on size. */
final class CompressedManifests {
  private static final String CONTENT = "brob";
  private static final int MOST_BYTES = 64 << 20;

  private int left = MOST_BYTES;

  /** The manifest in a box, or the box itself where there is none in it. */
  Manifest read(JumbfBox stored) {
    JumbfBox inner =
        stored
            .content(CONTENT)
            .flatMap(this::expanded)
            .flatMap(CompressedManifests::box)
            .filter(box -> isManifest(box) && box.label().equals(stored.label()))
            .orElse(stored);
    return new Manifest(inner, stored);
  }

  private static boolean isManifest(JumbfBox box) {
    return box.kind() == BoxKind.MANIFEST || box.kind() == BoxKind.UPDATE_MANIFEST;
  }

  private static Optional<JumbfBox> box(byte[] expanded) {
    try {
      return Optional.of(JumbfReader.read(expanded));
    } catch (MarkException e) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> expanded(byte[] compressed) {
    Optional<byte[]> out = Brotli.expanded(compressed, left);
    left -= out.map(bytes -> bytes.length).orElse(0);
    return out;
  }
}
