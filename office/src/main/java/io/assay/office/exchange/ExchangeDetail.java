package io.assay.office.exchange;

import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import java.util.List;

/**
 * One exchange with its whole way; what is not known yet is empty.
 *
 * @param code the error code that the caller got
 * @param exit the exit through which content left
 * @param pool version of the pool that decided
 * @param produceId the content number in the labels
 * @param entries what the ledger holds of it, in order
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
    List<LedgerEntry> entries) {
  public ExchangeDetail {
    steps = List.copyOf(steps);
    labels = List.copyOf(labels);
    entries = List.copyOf(entries);
  }

  /** An entry of the ledger and its place; {@code json} is its canonical form. */
  public record LedgerEntry(String type, String shard, long index, String json) {}
}
