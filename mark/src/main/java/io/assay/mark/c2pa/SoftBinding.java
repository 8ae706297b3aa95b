package io.assay.mark.c2pa;

/**
 * A binding that survives the loss of metadata: a watermark or fingerprint of the whole content.
 *
 * @param kind whether the work was changed to carry it
 * @param algorithm a name of the C2PA soft binding algorithm list, or a reverse-domain name
 * @param value the watermark's payload or the fingerprint, as its algorithm writes it
 */
public record SoftBinding(Kind kind, String algorithm, byte[] value) {
  public SoftBinding {
    if (algorithm.isBlank() || value.length == 0) {
      throw new IllegalArgumentException("a soft binding needs an algorithm and a value");
    }
  }

  /** What holds on to the work. */
  public enum Kind {
    /** A mark put into the content. */
    WATERMARK,
    /** A number computed from the content. */
    FINGERPRINT
  }
}
