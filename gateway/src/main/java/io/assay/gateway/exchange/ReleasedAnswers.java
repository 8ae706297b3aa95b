package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.journal.KeptOutputs;
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

  /** The file that was released for this request; empty where there is none to deliver. */
  public Optional<byte[]> find(Exchange exchange) {
    return open(exchange, outputs::open);
  }

  /**
   * The answer, as it came, that was released for this request; empty where there is none. A
   * request with pictures or sounds is not known again by its texts, so there is none for it.
   */
  public Optional<byte[]> whole(Exchange exchange) {
    return exchange.ask().attachments().isEmpty()
        ? open(exchange, outputs::answer)
        : Optional.empty();
  }

  /** How the vault is opened. */
  private interface Opening {
    Optional<byte[]> open(String shard, String subject, String exchange, String commitment);
  }

  private Optional<byte[]> open(Exchange exchange, Opening opening) {
    var ask = exchange.ask();
    var request = Recorder.payload(ask.texts());
    var subject = exchange.caller().subject();
    return snapshots
        .current()
        .flatMap(
            now ->
                now.answer(subject, ask.capability(), request)
                    .filter(release -> !now.contains(release.review())))
        .flatMap(release -> open(exchange, release, opening));
  }

  private static Optional<byte[]> open(Exchange exchange, Release release, Opening opening) {
    var subject = exchange.caller().subject();
    var kept =
        release
            .answer()
            .flatMap(it -> opening.open(it.shard(), subject, it.exchange(), it.commitment()));
    kept.ifPresent(answer -> exchange.releasedBy(release));
    return kept;
  }
}
