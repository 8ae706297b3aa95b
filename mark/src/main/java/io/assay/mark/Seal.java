package io.assay.mark;

import java.util.Optional;

/**
 * The last step of marking: binds content and labels together, for example as a signed C2PA
 * manifest. Nothing is written after it.
 */
public interface Seal {
  /**
   * The sealed file, which keeps every label, and what was added.
   *
   * @param aigc the implicit label that was written, as JSON
   */
  Result seal(Media labelled, Optional<String> aigc);

  /**
   * A sealed file with the evidence of its seal.
   *
   * @param manifest what must lie beside a file that has no place for it
   */
  record Result(Media media, AppliedLabel.Sealed evidence, Optional<byte[]> manifest) {}
}
