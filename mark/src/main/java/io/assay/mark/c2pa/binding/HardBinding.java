package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to bind a manifest to the bytes of its file. Stateless, safe for several threads. */
public interface HardBinding {
  /** The label of its assertion. */
  String label();

  /**
   * The assertion for a file in which the store already has its place and length.
   *
   * @param file the edited file
   * @param plan the edits that made it
   */
  Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing);

  /** Compares a file with an assertion; the verdict comes last. */
  List<Finding> verify(Bound bound, Cbor.Fields assertion);

  /**
   * What an assertion is compared with.
   *
   * @param file the file
   * @param storeAt the runs that its manifest store fills; empty for a store beside the file
   * @param claimAlgorithm the hash algorithm for assertions that name none
   * @param fragment what is delivered apart and continues the file
   */
  record Bound(
      Source file,
      List<Range> storeAt,
      Optional<String> claimAlgorithm,
      Optional<Source> fragment) {
    public Bound(Source file, List<Range> storeAt, Optional<String> claimAlgorithm) {
      this(file, storeAt, claimAlgorithm, Optional.empty());
    }

    /** The same for a claim that names this algorithm. */
    public Bound with(Optional<String> algorithm) {
      return new Bound(file, storeAt, algorithm, fragment);
    }

    Optional<HashAlgorithm> algorithm(Cbor.Fields assertion) {
      return assertion.optionalText("alg").or(() -> claimAlgorithm).flatMap(HashAlgorithm::of);
    }
  }

  /** What comparing found, with an explanation. */
  record Finding(StatusCode code, String explanation) {}

  /** The binding of an assertion label; versions of one binding share an implementation. */
  static Optional<HardBinding> ofLabel(String label) {
    return all().stream().filter(b -> prefix(label).equals(prefix(b.label()))).findFirst();
  }

  /** Whether a label is that of a hard binding. */
  static boolean isHardBinding(String label) {
    return ofLabel(label).isPresent();
  }

  private static String prefix(String label) {
    return label.replaceFirst("__\\d+$", "").replaceFirst("\\.v\\d+$", "");
  }

  private static List<HardBinding> all() {
    return List.of(new DataHash(), new BmffHash(), new BoxesHash(), new CollectionHash());
  }

  /**
   * What an unreadable part means: one in the file, which has an offset, is a mismatch, one in the
   * assertion makes that malformed.
   */
  static Finding broken(MarkException part, StatusCode malformed, StatusCode mismatch) {
    return new Finding(
        part.offset().isPresent() ? mismatch : malformed, String.valueOf(part.getMessage()));
  }

  /** The name of a match or a mismatch. */
  static Finding compare(byte[] expected, byte[] actual, StatusCode match, StatusCode mismatch) {
    return Arrays.equals(expected, actual)
        ? new Finding(match, "the file's hash matches")
        : new Finding(mismatch, "the file's hash is another than the signed one");
  }
}
