package io.assay.mark;

/**
 * One thing that an inspection established.
 *
 * @param id a stable identifier such as {@code aigc.duplicate}
 * @param bearing what it means for the verdict
 * @param detail in words, with the value and the place
 */
public record Finding(String id, Bearing bearing, String detail) {

  /** What a finding means for the verdict. */
  public enum Bearing {
    /** A label was seen; it proves nothing by itself. */
    INFORMS,
    /** A label departs from the standard. */
    DEVIATES,
    /** A signature or the register ties label and content together. */
    SHOWS_INTACT,
    /** Label or content changed after issue. */
    SHOWS_ALTERATION,
    /** The named issuer did not issue this label. */
    SHOWS_FORGERY,
    /** The label was issued for other content. */
    SHOWS_TRANSPLANT,
    /** The content was issued with more labels than it has. */
    SHOWS_STRIPPING
  }
}
