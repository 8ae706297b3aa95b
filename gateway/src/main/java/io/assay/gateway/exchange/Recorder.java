package io.assay.gateway.exchange;

import io.assay.gateway.Duty;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.AttachmentRecord;
import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Journal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.review.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes what happened to the ledger (Art. 10, 16): on arrival, and before the last byte leaves.
 * Payloads and entries are forced to the disk side by side, the request's while the answer is
 * generated. When a payload is lost after the end of its exchange was written, another entry says
 * that the exchange failed; the last one holds.
 */
@Duty({"DS-10", "DS-16"})
public final class Recorder {
  private final Journal journal;

  public Recorder(Journal journal) {
    this.journal = journal;
  }

  /** Records that the request came, while the answer is generated; waited for when it closes. */
  Optional<Refusal> received(Exchange exchange) {
    var ask = exchange.ask();
    exchange.receiving(
        entry -> {
          var input = measure(exchange, "input", ask.texts());
          var files = ask.attachments().stream().map(it -> attachment(exchange, it)).toList();
          journal.record(ExchangeReceived.TYPE, entry.apply(input, files).body());
        });
    return Optional.empty();
  }

  private AttachmentRecord attachment(Exchange exchange, Attachment it) {
    var bytes = it.file().bytes();
    var commitment = keep(exchange, it.field(), bytes);
    var measure = new Measure(it.file().kind().media(), bytes.length, commitment);
    return new AttachmentRecord(it.field(), it.file().where(), measure, it.labels());
  }

  /** What a text amounts to, and the commitment that stands for it; keeps the text in the vault. */
  public Measure measure(Exchange exchange, String field, List<Carried> texts) {
    long characters = texts.stream().mapToLong(each -> each.text().length()).sum();
    return new Measure("text", characters, keep(exchange, field, payload(texts)));
  }

  /** The bytes that stand for several texts. */
  static byte[] payload(List<Carried> texts) {
    return texts.stream()
        .map(Carried::text)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  public Measure measure(Exchange exchange, String media, byte[] product) {
    return new Measure(media, product.length, keep(exchange, OutputRecord.FIELD, product));
  }

  /** Keeps several pictures or sounds, each under a field of its own. */
  public List<OutputRecord> keep(Exchange exchange, List<CarriedFile> files) {
    return IntStream.range(0, files.size())
        .mapToObj(i -> output(exchange, OutputRecord.field(i + 1), files.get(i)))
        .toList();
  }

  private OutputRecord output(Exchange exchange, String field, CarriedFile file) {
    var commitment = keep(exchange, field, file.bytes());
    var measure = new Measure(file.kind().media(), file.bytes().length, commitment);
    return new OutputRecord(field, file.where(), measure);
  }

  /**
   * Keeps an answer that was stopped as it came, so that the same request can be given it (Art.
   * 12); texts alone do not tell a request with pictures or sounds again, so its answer is not
   * kept.
   */
  public void keepAnswer(Exchange exchange, byte[] whole) {
    if (exchange.ask().attachments().isEmpty()) {
      exchange.stopped(keep(exchange, "answer", whole));
    }
  }

  private String keep(Exchange exchange, String field, byte[] payload) {
    var kept = journal.keep(exchange.caller().subject(), exchange.id(), field, payload);
    exchange.keeps(kept);
    return kept.commitment();
  }

  /** Closes an exchange whose product is about to leave; returns when that is on the disk. */
  public Position delivered(Exchange exchange, Exit exit) {
    if (exchange.labels().isEmpty()) {
      throw new IllegalStateException("nothing leaves without a label: " + exchange.id());
    }
    return close(exchange, Outcome.DELIVERED, "", exit.text());
  }

  /** Closes an exchange whose output was withheld, wholly or after a part of it left. */
  public Position withheld(Exchange exchange, Exit exit, Verdict verdict) {
    return verdict instanceof Verdict.Hold
        ? close(exchange, Outcome.HELD, "content_held", exit.text())
        : close(exchange, Outcome.BLOCKED_OUTPUT, "content_policy_violation", exit.text());
  }

  public void abandoned(Exchange exchange) {
    if (!exchange.closed()) {
      close(exchange, Outcome.ABANDONED, "caller_gone", "");
    }
  }

  /** Closes an exchange that ends in a refusal. A caller nobody knows leaves no entry. */
  public void refused(Exchange exchange, Refusal refusal) {
    if (!exchange.anonymous() && !exchange.closed()) {
      exchange.awaitReceived();
      exchange.trail().begin(Name.RECORD).end(Decision.DONE, "refusal recorded");
      journal.record(ExchangeClosed.TYPE, exchange.close(refusal).body()).durable();
    }
  }

  private Position close(Exchange exchange, Outcome outcome, String code, String exit) {
    exchange.awaitReceived();
    exchange.trail().begin(Name.RECORD).end(Decision.DONE, "this entry, on the disk first");
    if (!exit.isEmpty()) {
      exchange.trail().begin(Name.DELIVER).end(Decision.DONE, "then through the exit " + exit);
    }
    var entry = journal.record(ExchangeClosed.TYPE, exchange.close(outcome, code, exit).body());
    try {
      exchange.awaitKept();
      return entry.durable();
    } catch (RuntimeException lost) {
      exchange.reopen();
      throw lost;
    }
  }
}
