package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
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
import java.util.Optional;

/**
 * Hashes over runs of named boxes, in file order, around the manifest store (section 18.7). Written
 * and read for JPEG and PNG.
 */
public final class BoxesHash implements HardBinding {
  @Override
  public String label() {
    return "c2pa.hash.boxes";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    BoxOutline outline = BoxOutline.read(file, plan.exclusions());
    if (outline.end() != file.length()) {
      throw MarkException.unsupported("bytes follow the picture, which box hashes would leave out");
    }
    List<Cbor> boxes = new ArrayList<>();
    List<BoxOutline.Named> run = new ArrayList<>();
    for (BoxOutline.Named box : outline.boxes()) {
      if (box.name().equals(BoxOutline.STORE)) {
        boxes.add(hashed(file, run, hashing));
        boxes.add(map(List.of(box.name()), new byte[1], hashing));
        run.clear();
      } else {
        run.add(box);
      }
    }
    boxes.add(hashed(file, run, hashing));
    return Cbor.map(Map.of("alg", Cbor.of(hashing.algorithm().id()), "boxes", Cbor.list(boxes)));
  }

  private static Cbor.Fields hashed(Source file, List<BoxOutline.Named> run, Hashing hashing) {
    return map(
        run.stream().map(BoxOutline.Named::name).toList(),
        hashing.over(file, pieces(run.getFirst(), run.getLast())),
        hashing);
  }

  private static Cbor.Fields map(List<String> names, byte[] hash, Hashing hashing) {
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("names", Cbor.list(names.stream().map(Cbor::of).toList()));
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put("hash", Cbor.of(hash));
    map.put("pad", Cbor.of(new byte[0]));
    return Cbor.map(map);
  }

  private static List<Piece> pieces(BoxOutline.Named first, BoxOutline.Named last) {
    long at = first.range().at();
    return List.of(new Piece.Bytes(new Range(at, last.range().end() - at)));
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    try {
      return List.of(compare(bound, assertion));
    } catch (MarkException e) {
      return List.of(
          HardBinding.broken(
              e,
              StatusCode.ASSERTION_BOXES_HASH_MALFORMED,
              StatusCode.ASSERTION_BOXES_HASH_MISMATCH));
    }
  }

  private static Finding compare(Bound bound, Cbor.Fields assertion) {
    BoxOutline outline = BoxOutline.read(bound.file(), bound.storeAt());
    int next = 0;
    for (Cbor item : assertion.require("boxes").asList()) {
      Cbor.Fields box = item.asFields();
      List<String> names = box.list("names").stream().map(Cbor::asText).toList();
      int end = next + names.size();
      if (names.isEmpty()
          || end > outline.boxes().size()
          || !names.equals(
              outline.boxes().subList(next, end).stream().map(BoxOutline.Named::name).toList())) {
        return unknown("the boxes are not " + names + " from box " + next + " on");
      }
      boolean skipped =
          names.equals(List.of(BoxOutline.STORE))
              || box.get("excluded").equals(Optional.of(Cbor.of(true)));
      Optional<HashAlgorithm> algorithm =
          box.optionalText("alg").flatMap(HashAlgorithm::of).or(() -> bound.algorithm(assertion));
      if (algorithm.isEmpty()) {
        return new Finding(StatusCode.ALGORITHM_UNSUPPORTED, "a box names no known algorithm");
      }
      List<Piece> pieces = pieces(outline.boxes().get(next), outline.boxes().get(end - 1));
      byte[] expected = box.require("hash").asBytes();
      if (!skipped
          && !Arrays.equals(Hashing.by(algorithm.get()).over(bound.file(), pieces), expected)) {
        return new Finding(
            StatusCode.ASSERTION_BOXES_HASH_MISMATCH, "the boxes " + names + " were changed");
      }
      next = end;
    }
    if (next < outline.boxes().size() || outline.end() != bound.file().length()) {
      return unknown("the file has boxes or bytes that were not signed");
    }
    return new Finding(StatusCode.ASSERTION_BOXES_HASH_MATCH, "every box matches");
  }

  private static Finding unknown(String explanation) {
    return new Finding(StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX, explanation);
  }
}
