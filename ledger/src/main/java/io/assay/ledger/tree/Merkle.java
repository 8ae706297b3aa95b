package io.assay.ledger.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashing of RFC 6962 §2.1. Thread-safe. */
public final class Merkle {

  /** The root of the empty tree. */
  public static final Hash EMPTY_ROOT = Hash.wrap(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /** The hash of an entry as a leaf. */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return Hash.wrap(digest.digest(entry));
  }

  /** The hash of the node above two others. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    left.update(digest);
    right.update(digest);
    return Hash.wrap(digest.digest());
  }

  /** The root over hashes of subtrees of equal height, MTH of RFC 6962 applied to them. */
  public static Hash root(List<Hash> hashes) {
    int count = hashes.size();
    if (count == 0) {
      return EMPTY_ROOT;
    }
    if (count == 1) {
      return hashes.get(0);
    }
    int split = (int) largestPowerOfTwoBelow(count);
    return node(root(hashes.subList(0, split)), root(hashes.subList(split, count)));
  }

  static long largestPowerOfTwoBelow(long count) {
    return Long.highestOneBit(count - 1);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
