package io.assay.mark.c2pa.binding;

import io.assay.mark.c2pa.cbor.Cbor;
import java.util.Arrays;
import java.util.List;

/**
 * The row of a tree that a manifest keeps (section 18.6.3).
 *
 * @param count the leaves of the tree
 * @param hashes the nodes of the row
 */
record TreeRow(
    long uniqueId, long localId, HashAlgorithm algorithm, long count, List<byte[]> hashes) {

  static TreeRow read(Cbor.Fields tree, HashAlgorithm usual) {
    HashAlgorithm algorithm =
        tree.optionalText("alg")
            .map(
                id ->
                    HashAlgorithm.of(id)
                        .orElseThrow(() -> MediaBlocks.malformed("unknown hash " + id)))
            .orElse(usual);
    return new TreeRow(
        tree.require("uniqueId").asLong(),
        tree.require("localId").asLong(),
        algorithm,
        tree.require("count").asLong(),
        tree.list("hashes").stream().map(Cbor::asBytes).toList());
  }

  /** Whether these leaves, all of the tree, lead to this row. */
  boolean holds(List<byte[]> leaves) {
    List<byte[]> row =
        MerkleTree.of(leaves, algorithm).rows().stream()
            .filter(nodes -> nodes.size() == hashes.size())
            .findFirst()
            .orElseThrow(
                () ->
                    MediaBlocks.malformed(
                        "a tree of " + count + " leaves has no row of " + hashes.size()));
    for (int i = 0; i < row.size(); i++) {
      if (!Arrays.equals(row.get(i), hashes.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the proofs of this tree, where there are any, are one for each leaf, in order. */
  boolean provedBy(List<MerkleProof> proofs, List<byte[]> leaves) {
    List<MerkleProof> own =
        proofs.stream().filter(p -> p.uniqueId() == uniqueId && p.localId() == localId).toList();
    if (!own.isEmpty() && own.size() != leaves.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).location() != i || !leads(leaves.get(i), own.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a leaf leads to this row by its proof. */
  boolean leads(byte[] leaf, MerkleProof proof) {
    if (proof.location() < 0 || proof.location() >= count) {
      return false;
    }
    MerkleTree.Node node =
        MerkleTree.climb(algorithm, leaf, proof.location(), count, hashes.size(), proof.hashes());
    return Arrays.equals(node.hash(), hashes.get((int) node.index()));
  }
}
