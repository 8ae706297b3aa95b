package io.assay.mark;

/**
 * The last step of marking: binds content and labels together, for example as a signed C2PA
 * manifest. Nothing is written after it.
 */
public interface Seal {
  /** The sealed file, which keeps every label, and what was added. */
  Result seal(Media labelled, LabelRequest request);

  /** A sealed file with the evidence of its seal. */
  record Result(Media media, AppliedLabel.Sealed evidence) {}
}
