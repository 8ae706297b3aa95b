package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.journal.KeptOutputs;
import java.util.List;
import java.util.Optional;

/**
 * Answers that were stopped, were released by a reviewer or on appeal, and are asked for again by
 * the same request (Art. 10, 12). They are reviewed, labelled and recorded like any other answer.
 * Thread-safe.
 */
@Duty({"DS-10", "DS-12"})
public final class ReleasedAnswers {
  private final Snapshots snapshots;
  private final KeptOutputs outputs;

  public ReleasedAnswers(Snapshots snapshots, KeptOutputs outputs) {
    this.snapshots = snapshots;
    this.outputs = outputs;
  }

  /** The files that were released for this request; empty where there are none to deliver. */
  public Optional<List<byte[]>> find(Exchange exchange) {
    var ask = exchange.ask();
    var request = Recorder.payload(ask.texts());
    var subject = exchange.caller().subject();
    return snapshots
        .current()
        .flatMap(
            now ->
                now.answer(subject, ask.capability(), request)
                    .filter(release -> !now.contains(release.review())))
        .flatMap(release -> open(exchange, subject, release));
  }

  /**
   * The answer, as it came, that was released for this request; empty where there is none. A
   * request with pictures or sounds is not known again by its texts, so there is none for it.
   */
  public Optional<byte[]> whole(Exchange exchange) {
    return exchange.ask().attachments().isEmpty()
        ? find(exchange).map(List::getFirst)
        : Optional.empty();
  }

  private Optional<List<byte[]>> open(Exchange exchange, String subject, Release release) {
    var kept = release.answer().map(it -> open(it, subject)).filter(files -> !files.isEmpty());
    kept.ifPresent(files -> exchange.releasedBy(release));
    return kept;
  }

  /** All of an answer, or nothing where a file of it has been erased. */
  private List<byte[]> open(Answer answer, String subject) {
    var files =
        answer.files().stream()
            .flatMap(
                file ->
                    outputs
                        .open(
                            answer.shard(),
                            subject,
                            answer.exchange(),
                            file.field(),
                            file.commitment())
                        .stream())
            .toList();
    return files.size() == answer.files().size() ? files : List.of();
  }
}
