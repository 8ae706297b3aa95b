package io.assay.office.exchange;

import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import java.util.List;
import java.util.Optional;

/**
 * One exchange with its whole way; what is not known yet is empty.
 *
 * @param code the error code that the caller got
 * @param exit the exit through which content left
 * @param pool version of the pool that decided
 * @param produceId the content number in the labels
 * @param entries what the ledger holds of it, in order
 * @param held the attachment of the request that was stopped
 * @param answer the commitment to an answer that was stopped, kept as it came; empty without one
 * @param released the review that released what left; empty when it came from an upstream
 */
public record ExchangeDetail(
    ExchangeSummary summary,
    boolean stream,
    String code,
    String exit,
    String pool,
    String produceId,
    Measure input,
    Measure output,
    Reviewed reviewed,
    List<StepRecord> steps,
    List<LabelRecord> labels,
    List<LedgerEntry> entries,
    Optional<Attachment> held,
    String answer,
    String released) {
  public ExchangeDetail {
    steps = List.copyOf(steps);
    labels = List.copyOf(labels);
    entries = List.copyOf(entries);
  }

  /** A picture or a sound of the request, by the field under which the vault keeps it. */
  public record Attachment(String field, Measure measure) {}

  /** An entry of the ledger and its place; {@code json} is its canonical form. */
  public record LedgerEntry(String type, String shard, long index, String json) {}
}
