package io.assay.gateway.exchange;

import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.OutputRecord;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Optional;

/** A whole answer of the upstream on the rest of its way. Belongs to one exchange. */
public interface Product {

  /** Every text in it. */
  List<Carried> texts();

  /** Every picture and sound in it, as the upstream made it. */
  default List<CarriedFile> files() {
    return List.of();
  }

  /** Marks it, explicitly and implicitly (Art. 16, 17). */
  void mark();

  /** The labels that are found in what was marked, read from the bytes that will leave. */
  List<LabelRecord> readBack();

  /** What is kept of it, part by part. */
  List<OutputRecord> kept();

  /** The answer as it came, where its files are not all that there is to it. */
  default Optional<byte[]> whole() {
    return Optional.empty();
  }

  Exit exit();

  /** Sends it. Everything is on the disk. */
  void deliver(Position recorded);

  /** Ends the exchange when its texts may not leave: a reply of its own, or a refusal. */
  Optional<Refusal> withhold(Verdict verdict);
}
