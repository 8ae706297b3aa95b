package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hash of a movie in one file whose media data is cut into blocks (section 18.6): the rest by
 * itself, every block as a leaf of a tree, so that a player can check the part that it shows. The
 * manifest keeps the lowest row, so that no proofs are needed.
 */
public final class BlocksHash implements HardBinding {
  private static final long FILE_ID = 1;

  private final long blockSize;

  /** A binding with blocks of so many bytes. */
  public BlocksHash(long blockSize) {
    if (blockSize < 2) {
      throw new IllegalArgumentException("blocks of " + blockSize + " bytes");
    }
    this.blockSize = blockSize;
  }

  @Override
  public String label() {
    return "c2pa.hash.bmff.v3";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    List<Cbor> exclusions = new ArrayList<>(BmffHash.mandatoryExclusions().asList());
    exclusions.add(MediaBlocks.exclusion());
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("exclusions", Cbor.list(exclusions));
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put("hash", Cbor.of(new byte[0]));
    map.put("merkle", Cbor.list(trees(file, hashing)));
    map.put("name", Cbor.of("jumbf manifest"));
    Cbor.Fields draft = Cbor.map(map);
    return draft.with("hash", Cbor.of(hashing.over(file, BmffHash.pieces(file, draft))));
  }

  private List<Cbor> trees(Source file, Hashing hashing) {
    List<Cbor> trees = new ArrayList<>();
    for (Box media : MediaBlocks.media(file)) {
      List<Range> blocks = MediaBlocks.ofSize(media, blockSize);
      Map<String, Cbor> tree = new LinkedHashMap<>();
      tree.put("uniqueId", Cbor.of(FILE_ID));
      tree.put("localId", Cbor.of(trees.size()));
      tree.put("count", Cbor.of(blocks.size()));
      tree.put("alg", Cbor.of(hashing.algorithm().id()));
      tree.put("hashes", Cbor.list(leaves(file, blocks, hashing).stream().map(Cbor::of).toList()));
      tree.put("fixedBlockSize", Cbor.of(blockSize));
      if (blocks.isEmpty()) {
        throw MarkException.unsupported("blocks of an empty mdat; bind the file as a whole");
      }
      trees.add(Cbor.map(tree));
    }
    if (trees.isEmpty()) {
      throw MarkException.unsupported("blocks of a file without mdat; bind the file as a whole");
    }
    return trees;
  }

  private static List<byte[]> leaves(Source file, List<Range> blocks, Hashing hashing) {
    return blocks.stream()
        .map(block -> hashing.over(file, List.of(new Piece.Bytes(block))))
        .toList();
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    return new BmffHash().verify(bound, assertion);
  }

  /** Compares a file in one piece with the hash of its rest and the trees over its media data. */
  static Finding compare(Bound bound, Cbor.Fields assertion, HashAlgorithm usual) {
    Source file = bound.file();
    byte[] expected = assertion.require("hash").asBytes();
    byte[] rest = Hashing.by(usual).over(file, BmffHash.pieces(file, assertion));
    List<Box> media = MediaBlocks.media(file);
    List<Cbor> trees = assertion.list("merkle");
    if (!Arrays.equals(rest, expected) || media.size() != trees.size()) {
      return mismatch("the file around the media data is not the signed one");
    }
    List<MerkleProof> proofs = MerkleProof.read(file);
    for (int i = 0; i < media.size(); i++) {
      TreeRow row = TreeRow.read(trees.get(i).asFields(), usual);
      List<Range> blocks = MediaBlocks.of(media.get(i), trees.get(i).asFields());
      if (blocks.size() != row.count()) {
        throw MediaBlocks.malformed(
            "a tree of " + row.count() + " leaves over " + blocks.size() + " blocks");
      }
      List<byte[]> leaves = leaves(file, blocks, Hashing.by(row.algorithm()));
      if (!row.holds(leaves) || !row.provedBy(proofs, leaves)) {
        return mismatch("media data " + i + " is not the signed one");
      }
    }
    return new Finding(StatusCode.ASSERTION_BMFF_HASH_MATCH, "file and trees match");
  }

  private static Finding mismatch(String explanation) {
    return new Finding(StatusCode.ASSERTION_BMFF_HASH_MISMATCH, explanation);
  }
}
