package io.assay.mark;

import java.util.Optional;

/**
 * The last step of marking: binds content and labels together, for example as a signed C2PA
 * manifest. Nothing is written after it.
 */
public interface Seal {
  /** The sealed file, which keeps every label, and what was added. */
  Result seal(Media labelled, Content content);

  /**
   * What a seal has to say of a file.
   *
   * @param aigc the implicit label that was written, as JSON
   * @param digitalSourceType the IPTC term for how the content came about
   * @param watermark what is hidden in the content
   */
  record Content(
      Optional<String> aigc,
      Optional<String> digitalSourceType,
      Optional<AppliedLabel.Watermarked> watermark) {}

  /**
   * A sealed file with the evidence of its seal.
   *
   * @param manifest what must lie beside a file that has no place for it
   */
  record Result(Media media, AppliedLabel.Sealed evidence, Optional<byte[]> manifest) {}
}
