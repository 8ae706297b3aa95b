package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.BoxPath;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One hash over the boxes of a file and the places where they stand (section 18.6). An assertion
 * that rests on trees is left to {@link FragmentsHash} and {@link BlocksHash}.
 */
public final class BmffHash implements HardBinding {
  static final byte[] STORE_BOX = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");

  @Override
  public String label() {
    return "c2pa.hash.bmff.v3";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("exclusions", mandatoryExclusions());
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put("hash", Cbor.of(new byte[0]));
    map.put("name", Cbor.of("jumbf manifest"));
    Cbor.Fields draft = Cbor.map(map);
    return draft.with("hash", Cbor.of(hashing.over(file, pieces(file, draft))));
  }

  static Cbor mandatoryExclusions() {
    Cbor.Fields storeBox =
        Cbor.map(
            Map.of(
                "xpath",
                Cbor.of("/uuid"),
                "data",
                Cbor.list(Cbor.map(Map.of("offset", Cbor.of(8), "value", Cbor.of(STORE_BOX))))));
    return Cbor.list(
        storeBox,
        Cbor.map(Map.of("xpath", Cbor.of("/ftyp"))),
        Cbor.map(Map.of("xpath", Cbor.of("/mfra"))));
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    return List.of(compare(bound, assertion));
  }

  private static Finding compare(Bound bound, Cbor.Fields assertion) {
    Optional<HashAlgorithm> algorithm = bound.algorithm(assertion);
    if (algorithm.isEmpty()) {
      return new Finding(
          StatusCode.ALGORITHM_UNSUPPORTED, "the BMFF hash names no known algorithm");
    }
    try {
      if (assertion.get("merkle").isPresent()) {
        return comparedWithTrees(bound, assertion, algorithm.get());
      }
      byte[] expected = assertion.require("hash").asBytes();
      byte[] actual =
          Hashing.by(algorithm.get()).over(bound.file(), pieces(bound.file(), assertion));
      return HardBinding.compare(
          expected,
          actual,
          StatusCode.ASSERTION_BMFF_HASH_MATCH,
          StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    } catch (MarkException e) {
      return HardBinding.broken(
          e, StatusCode.ASSERTION_BMFF_HASH_MALFORMED, StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    }
  }

  private static Finding comparedWithTrees(
      Bound bound, Cbor.Fields assertion, HashAlgorithm algorithm) {
    List<Cbor.Fields> trees = assertion.list("merkle").stream().map(Cbor::asFields).toList();
    if (trees.stream().anyMatch(tree -> tree.get("initHash").isPresent())) {
      return FragmentsHash.compare(bound, assertion, algorithm);
    }
    return trees.stream().allMatch(MediaBlocks::areNamedBy)
        ? BlocksHash.compare(bound, assertion, algorithm)
        : new Finding(
            StatusCode.GENERAL_ERROR, "the hash rests on trees over tracks, which are not checked");
  }

  /** What an assertion hashes of a file. */
  static List<Piece> pieces(Source file, Cbor.Fields assertion) {
    List<Range> excluded = new ArrayList<>();
    List<Box> excludedWhole = new ArrayList<>();
    for (Cbor item : assertion.list("exclusions")) {
      Cbor.Fields exclusion = item.asFields();
      for (Box box : BoxPath.find(file, exclusion.text("xpath"))) {
        if (matches(file, box, exclusion)) {
          if (exclusion.get("subset").isEmpty()) {
            excludedWhole.add(box);
            excluded.add(box.whole());
          } else {
            excluded.addAll(subsets(box, exclusion.list("subset")));
          }
        }
      }
    }
    return pieces(file, excluded, excludedWhole);
  }

  private static List<Piece> pieces(Source file, List<Range> excluded, List<Box> excludedWhole) {
    List<Piece> pieces = new ArrayList<>();
    long at = 0;
    for (Box box : Box.top(file)) {
      if (!excludedWhole.contains(box)) {
        pieces.add(new Piece.Offset(box.whole().at()));
        pieces.addAll(Piece.without(box.whole(), excluded));
      }
      at = box.whole().end();
    }
    pieces.addAll(Piece.without(new Range(at, file.length() - at), excluded));
    return pieces;
  }

  private static boolean matches(Source file, Box box, Cbor.Fields exclusion) {
    Range whole = box.whole();
    if (exclusion.get("length").map(Cbor::asLong).filter(n -> n != whole.length()).isPresent()) {
      return false;
    }
    if (exclusion.get("version").map(Cbor::asLong).filter(v -> v != version(file, box)).isPresent()
        || !flagsMatch(file, box, exclusion)) {
      return false;
    }
    for (Cbor item : exclusion.list("data")) {
      byte[] value = item.asFields().require("value").asBytes();
      long offset = item.asFields().require("offset").asLong();
      if (offset < 0
          || offset > whole.length() - value.length
          || !Arrays.equals(file.bytes(whole.at() + offset, value.length), value)) {
        return false;
      }
    }
    return true;
  }

  private static int version(Source file, Box box) {
    return box.content().length() == 0 ? -1 : file.u8(box.contentAt());
  }

  private static boolean flagsMatch(Source file, Box box, Cbor.Fields exclusion) {
    Optional<byte[]> wanted = exclusion.get("flags").map(Cbor::asBytes);
    if (wanted.isEmpty()) {
      return true;
    }
    if (wanted.get().length != 3 || box.content().length() < 4) {
      return false;
    }
    boolean exact = !exclusion.get("exact").equals(Optional.of(Cbor.of(false)));
    byte[] actual = file.bytes(box.contentAt() + 1, 3);
    for (int i = 0; i < 3; i++) {
      int seen = exact ? actual[i] : actual[i] & wanted.get()[i];
      if (seen != wanted.get()[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<Range> subsets(Box box, List<Cbor> subsets) {
    List<Range> ranges = new ArrayList<>();
    Range whole = box.whole();
    for (Cbor item : subsets) {
      long offset = item.asFields().require("offset").asLong();
      long length = item.asFields().require("length").asLong();
      if (offset < 0 || length < 0) {
        throw new MarkException(
            MarkException.Reason.MALFORMED, "a subset of box '" + box.type() + "' is negative");
      }
      if (offset < whole.length()) {
        long rest = whole.length() - offset;
        ranges.add(new Range(whole.at() + offset, length == 0 ? rest : Math.min(length, rest)));
      }
    }
    return ranges;
  }
}
