package io.assay.mark.aigc;

/** Signs labels with SM3withSM2, with a key in memory or in a device. Safe for use by threads. */
public interface LabelSigner {
  /** A DER signature (r, s) by SM2 over SM3, for the user 1234567812345678. */
  byte[] sign(byte[] message);

  /** The public key as an uncompressed point of 65 bytes. */
  byte[] publicPoint();
}
