package io.assay.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** Verifies the two kinds of Merkle proof by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. */
public final class Proofs {

  private Proofs() {}

  /** Whether a proof shows that a leaf stands at an index of the tree with a size and root. */
  public static boolean includes(long index, Hash leaf, long size, Hash root, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return false;
    }
    long at = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if (isOdd(at) || at == last) {
        hash = Merkle.node(sibling, hash);
        while (!isOdd(at) && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = Merkle.node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether a proof shows that the tree of the second size begins with the tree of the first. From
   * the empty tree there is nothing to prove, so a first size of 0 is refused.
   */
  public static boolean consistent(
      long firstSize, Hash firstRoot, long secondSize, Hash secondRoot, List<Hash> proof) {
    if (firstSize <= 0 || firstSize > secondSize) {
      return false;
    }
    if (firstSize == secondSize) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    List<Hash> path = new ArrayList<>(proof);
    if (Long.bitCount(firstSize) == 1) {
      path.add(0, firstRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    long at = firstSize - 1;
    long last = secondSize - 1;
    while (isOdd(at)) {
      at >>= 1;
      last >>= 1;
    }
    Hash first = path.get(0);
    Hash second = first;
    for (Hash hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if (isOdd(at) || at == last) {
        first = Merkle.node(hash, first);
        second = Merkle.node(hash, second);
        while (!isOdd(at) && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        second = Merkle.node(second, hash);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
  }

  private static boolean isOdd(long number) {
    return (number & 1) == 1;
  }
}
