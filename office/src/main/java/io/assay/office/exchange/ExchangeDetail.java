package io.assay.office.exchange;

import io.assay.gateway.journal.FindingRecord;
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
 * @param files the pictures and sounds that it kept
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
    Files files,
    String answer,
    String released) {
  public ExchangeDetail {
    steps = List.copyOf(steps);
    labels = List.copyOf(labels);
    entries = List.copyOf(entries);
  }

  /**
   * The pictures and sounds of an exchange.
   *
   * @param request those that it came with
   * @param held the fields of those on which a person decides
   * @param answer those that were generated
   */
  public record Files(List<File> request, List<String> held, List<File> answer) {
    public static final Files NONE = new Files(List.of(), List.of(), List.of());

    public Files {
      request = List.copyOf(request);
      held = List.copyOf(held);
      answer = List.copyOf(answer);
    }

    /** Those of the request on which a person decides. */
    public List<File> waiting() {
      return request.stream().filter(file -> held.contains(file.field())).toList();
    }
  }

  /**
   * A picture or a sound.
   *
   * @param field under which the vault keeps it
   * @param where its place in the request or the answer, as findings name it; may be empty
   * @param labels the labels that it came with
   */
  public record File(String field, String where, Measure measure, List<LabelRecord> labels) {
    public File {
      labels = List.copyOf(labels);
    }

    public boolean picture() {
      return measure.media().equals("image");
    }
  }

  /** What review found in a file; of an exchange with one file, whatever was found. */
  public List<FindingRecord> findings(File file, StepRecord.Name step) {
    List<File> beside = step == StepRecord.Name.INPUT_REVIEW ? files.request() : files.answer();
    return steps.stream()
        .filter(it -> it.name() == step)
        .flatMap(it -> it.findings().stream())
        .filter(
            it -> it.where().equals(file.where()) || (file.where().isEmpty() && beside.size() == 1))
        .toList();
  }

  /** An entry of the ledger and its place; {@code json} is its canonical form. */
  public record LedgerEntry(String type, String shard, long index, String json) {}
}
