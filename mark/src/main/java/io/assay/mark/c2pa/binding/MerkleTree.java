package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of hashes whose leaves all stand in the lowest row; a node without a neighbour moves up as
 * it is (section 18.6).
 *
 * @param rows from the leaves to the root
 */
record MerkleTree(List<List<byte[]>> rows) {

  static MerkleTree of(List<byte[]> leaves, HashAlgorithm algorithm) {
    List<List<byte[]>> rows = new ArrayList<>();
    rows.add(List.copyOf(leaves));
    while (rows.getLast().size() > 1) {
      List<byte[]> below = rows.getLast();
      List<byte[]> row = new ArrayList<>();
      for (int i = 0; i < below.size(); i += 2) {
        row.add(
            i + 1 < below.size()
                ? joined(algorithm, below.get(i), below.get(i + 1))
                : below.get(i));
      }
      rows.add(row);
    }
    return new MerkleTree(rows);
  }

  private static byte[] joined(HashAlgorithm algorithm, byte[] left, byte[] right) {
    MessageDigest digest = algorithm.digest();
    digest.update(left);
    return digest.digest(right);
  }

  /** How many rows above the leaves the first row stands that has at most {@code most} nodes. */
  static int height(int leaves, int most) {
    int height = 0;
    for (int row = leaves; row > most; row = (row + 1) / 2) {
      height++;
    }
    return height;
  }

  /** The neighbours on the way from a leaf up to a row. */
  List<byte[]> proof(int leaf, int height) {
    List<byte[]> proof = new ArrayList<>();
    int index = leaf;
    for (List<byte[]> row : rows.subList(0, height)) {
      int neighbour = index ^ 1;
      if (neighbour < row.size()) {
        proof.add(row.get(neighbour));
      }
      index /= 2;
    }
    return proof;
  }

  /**
   * The node that a leaf leads to in a row of a tree.
   *
   * @param count the leaves of the tree
   * @param top the nodes of the row
   * @return its place in the row and its hash
   */
  static Node climb(
      HashAlgorithm algorithm,
      byte[] leaf,
      long location,
      long count,
      long top,
      List<byte[]> proof) {
    long index = location;
    byte[] hash = leaf;
    int used = 0;
    for (long row = count; row != top; row = (row + 1) / 2) {
      if (row <= top || row == 1) {
        throw new MarkException(
            MarkException.Reason.MALFORMED, "a tree of " + count + " leaves has no row of " + top);
      }
      if ((index ^ 1) < row) {
        if (used == proof.size()) {
          throw new MarkException(MarkException.Reason.MALFORMED, "the proof is too short");
        }
        byte[] neighbour = proof.get(used++);
        hash =
            (index & 1) == 1
                ? joined(algorithm, neighbour, hash)
                : joined(algorithm, hash, neighbour);
      }
      index /= 2;
    }
    return new Node(index, hash);
  }

  /** A node of a row. */
  record Node(long index, byte[] hash) {}
}
