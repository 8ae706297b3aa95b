package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The messages that cosigners sign for a checkpoint (c2sp.org/tlog-cosignature). */
final class Cosigned {

  private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

  private Cosigned() {}

  static byte[] ed25519(String checkpoint, long timestamp) {
    return ("cosignature/v1\ntime " + timestamp + "\n" + checkpoint)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] mlDsa(String cosigner, String checkpoint, long timestamp) {
    Checkpoint tree = Checkpoint.parse(checkpoint);
    byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
    byte[] origin = tree.origin().getBytes(StandardCharsets.UTF_8);
    if (name.length > 255 || origin.length > 255) {
      throw new IllegalArgumentException("a cosigner's and a log's name have at most 255 bytes");
    }
    return ByteBuffer.allocate(12 + 1 + name.length + 8 + 1 + origin.length + 8 + 8 + 32)
        .put(SUBTREE_LABEL)
        .put((byte) name.length)
        .put(name)
        .putLong(timestamp)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(tree.size())
        .put(tree.root().bytes())
        .array();
  }
}
