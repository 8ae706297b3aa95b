package io.assay.mark.c2pa;

/** An RFC 3161 time-stamping authority. */
public interface TimestampAuthority {
  /**
   * A time-stamp token over bytes, DER encoded, with the authority's certificates in it.
   *
   * @throws io.assay.mark.MarkException where no token comes back
   */
  byte[] stamp(byte[] data);
}
