package io.assay.ledger.publish;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bundle of entries: each behind its length in 16 bits, big-endian (c2sp.org/tlog-tiles). */
public final class Bundle {

  private Bundle() {}

  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /**
   * Takes a bundle apart.
   *
   * @throws IllegalArgumentException when it does not consist of whole entries
   */
  public static List<byte[]> decode(byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      if (at + 2 > bundle.length) {
        throw new IllegalArgumentException("the bundle ends within a length at byte " + at);
      }
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      if (at + 2 + length > bundle.length) {
        throw new IllegalArgumentException("the bundle ends within entry " + entries.size());
      }
      entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
      at += 2 + length;
    }
    return entries;
  }
}
