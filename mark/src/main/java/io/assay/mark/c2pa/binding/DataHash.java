package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One hash over the file without the runs that hold the store (section 18.5). */
public final class DataHash implements HardBinding {
  @Override
  public String label() {
    return "c2pa.hash.data";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    Map<String, Cbor> map = new LinkedHashMap<>();
    if (!plan.exclusions().isEmpty()) {
      map.put("exclusions", Cbor.list(plan.exclusions().stream().map(DataHash::range).toList()));
    }
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put("hash", Cbor.of(hashing.over(file, pieces(file, plan.exclusions()))));
    map.put("pad", Cbor.of(new byte[0]));
    map.put("name", Cbor.of("jumbf manifest"));
    return Cbor.map(map);
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    List<Finding> findings = new ArrayList<>();
    if (assertion.list("exclusions").size() > Math.max(1, bound.storeAt().size())) {
      findings.add(
          new Finding(
              StatusCode.ADDITIONAL_EXCLUSIONS_PRESENT,
              "the hash leaves out more than the manifest"));
    }
    findings.add(compare(bound, assertion));
    return findings;
  }

  private static Finding compare(Bound bound, Cbor.Fields assertion) {
    Optional<HashAlgorithm> algorithm = bound.algorithm(assertion);
    if (algorithm.isEmpty()) {
      return new Finding(
          StatusCode.ALGORITHM_UNSUPPORTED, "the data hash names no known algorithm");
    }
    try {
      byte[] expected = assertion.require("hash").asBytes();
      List<Range> exclusions = exclusions(assertion);
      if (!exclusions.containsAll(bound.storeAt())
          || (!exclusions.isEmpty() && exclusions.getLast().end() > bound.file().length())) {
        return new Finding(
            StatusCode.ASSERTION_DATA_HASH_MISMATCH,
            "the exclusions are not where the manifest stands");
      }
      byte[] actual =
          Hashing.by(algorithm.get()).over(bound.file(), pieces(bound.file(), exclusions));
      return HardBinding.compare(
          expected,
          actual,
          StatusCode.ASSERTION_DATA_HASH_MATCH,
          StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    } catch (MarkException e) {
      return HardBinding.broken(
          e, StatusCode.ASSERTION_DATA_HASH_MALFORMED, StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    }
  }

  /** The runs that an assertion leaves out. */
  public static List<Range> exclusions(Cbor.Fields assertion) {
    List<Range> ranges = new ArrayList<>();
    long behind = 0;
    for (Cbor item : assertion.list("exclusions")) {
      Cbor.Fields map = item.asFields();
      long start = map.require("start").asLong();
      long length = map.require("length").asLong();
      if (start < behind || length < 0 || start > Long.MAX_VALUE - length) {
        throw new MarkException(
            MarkException.Reason.MALFORMED, "the exclusions of the data hash overlap");
      }
      ranges.add(new Range(start, length));
      behind = start + length;
    }
    return ranges;
  }

  private static List<Piece> pieces(Source file, List<Range> exclusions) {
    return Piece.without(new Range(0, file.length()), exclusions);
  }

  private static Cbor.Fields range(Range range) {
    return Cbor.map(Map.of("start", Cbor.of(range.at()), "length", Cbor.of(range.length())));
  }
}
