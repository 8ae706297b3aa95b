package io.assay.mark.c2pa.binding;

import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a movie in fragments (section 18.6): its start by itself, every fragment as a leaf of
 * a Merkle tree, so that each can be checked when it arrives.
 */
public final class FragmentsHash implements HardBinding {
  private static final long ID = 1;
  private static final int MOST_IN_MANIFEST = 16;
  private static final int MOST_FRAGMENTS = 1 << 20;
  private static final HashAlgorithm HASH = HashAlgorithm.SHA256;

  private final List<byte[]> row;
  private final List<Source> fragments;

  private FragmentsHash(List<byte[]> row, List<Source> fragments) {
    this.row = row;
    this.fragments = List.copyOf(fragments);
  }

  /** The binding of fragments that are delivered apart, in their order. */
  public static FragmentsHash of(List<Source> fragments) {
    if (fragments.isEmpty() || fragments.size() > MOST_FRAGMENTS) {
      throw new IllegalArgumentException(fragments.size() + " fragments");
    }
    int height = MerkleTree.height(fragments.size(), MOST_IN_MANIFEST);
    List<byte[]> blank =
        fragments.stream().map(each -> new byte[HASH.digest().getDigestLength()]).toList();
    List<byte[]> leaves = new ArrayList<>();
    for (Source fragment : proved(fragments, new MerkleTree(rows(blank)), height)) {
      leaves.add(Hashing.by(HASH).over(fragment, BmffHash.pieces(fragment, exclusions())));
    }
    MerkleTree tree = MerkleTree.of(leaves, HASH);
    return new FragmentsHash(tree.rows().get(height), proved(fragments, tree, height));
  }

  private static List<List<byte[]>> rows(List<byte[]> leaves) {
    return MerkleTree.of(leaves, HASH).rows();
  }

  private static List<Source> proved(List<Source> fragments, MerkleTree tree, int height) {
    List<Source> proved = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      proved.add(new MerkleProof(ID, ID, i, tree.proof(i, height)).in(fragments.get(i)));
    }
    return proved;
  }

  /** The fragments, each with its proof. */
  public List<Source> fragments() {
    return fragments;
  }

  @Override
  public String label() {
    return "c2pa.hash.bmff.v3";
  }

  private static Cbor.Fields exclusions() {
    return Cbor.map(Map.of("exclusions", BmffHash.mandatoryExclusions()));
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    Map<String, Cbor> tree = new LinkedHashMap<>();
    tree.put("uniqueId", Cbor.of(ID));
    tree.put("localId", Cbor.of(ID));
    tree.put("count", Cbor.of(fragments.size()));
    tree.put("alg", Cbor.of(hashing.algorithm().id()));
    tree.put("initHash", Cbor.of(hashing.over(file, BmffHash.pieces(file, exclusions()))));
    tree.put("hashes", Cbor.list(row.stream().map(Cbor::of).toList()));
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("exclusions", BmffHash.mandatoryExclusions());
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put("merkle", Cbor.list(Cbor.map(tree)));
    map.put("name", Cbor.of("jumbf manifest"));
    return Cbor.map(map);
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    return new BmffHash().verify(bound, assertion);
  }

  /** Compares the start of a movie and a fragment with the trees. */
  static Finding compare(Bound bound, Cbor.Fields assertion, HashAlgorithm usual) {
    if (bound.fragment().isEmpty()) {
      return new Finding(
          StatusCode.GENERAL_ERROR, "the hash rests on fragments that come apart; give one");
    }
    return belongs(bound.file(), bound.fragment().get(), assertion, usual)
        ? new Finding(StatusCode.ASSERTION_BMFF_HASH_MATCH, "start and fragment match the tree")
        : new Finding(
            StatusCode.ASSERTION_BMFF_HASH_MISMATCH, "start or fragment is not the signed one");
  }

  private static boolean belongs(
      Source start, Source fragment, Cbor.Fields assertion, HashAlgorithm usual) {
    List<MerkleProof> proofs = MerkleProof.read(fragment);
    byte[] leaf = null;
    for (MerkleProof proof : proofs) {
      Optional<Cbor.Fields> tree = tree(assertion, proof);
      if (tree.isEmpty()) {
        return false;
      }
      TreeRow row = TreeRow.read(tree.get(), usual);
      Hashing hashing = Hashing.by(row.algorithm());
      byte[] whole = hashing.over(start, BmffHash.pieces(start, assertion));
      leaf = hashing.over(fragment, BmffHash.pieces(fragment, assertion));
      if (!Arrays.equals(whole, tree.get().require("initHash").asBytes())
          || !row.leads(leaf, proof)) {
        return false;
      }
    }
    return leaf != null;
  }

  private static Optional<Cbor.Fields> tree(Cbor.Fields assertion, MerkleProof proof) {
    return assertion.list("merkle").stream()
        .map(Cbor::asFields)
        .filter(tree -> tree.require("uniqueId").asLong() == proof.uniqueId())
        .filter(tree -> tree.require("localId").asLong() == proof.localId())
        .findFirst();
  }
}
