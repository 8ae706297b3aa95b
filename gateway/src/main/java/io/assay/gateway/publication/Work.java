package io.assay.gateway.publication;

import io.assay.gateway.Duty;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.OutputRecord;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A draft on its way to the public: reviewed as an output, labelled, read back. */
@Duty({"DS-10", "DS-16", "DS-17", "LM-4", "LM-5"})
final class Work implements Product {
  private final Exchange exchange;
  private final Draft draft;
  private final Recorder recorder;
  private final WorkLabel label;
  private final LabelConfig config;
  private final BiConsumer<Work, Position> publish;
  private Optional<WorkLabel.Marked> marked = Optional.empty();
  private List<LabelRecord> found = List.of();

  Work(
      Exchange exchange,
      Draft draft,
      Recorder recorder,
      WorkLabel label,
      LabelConfig config,
      BiConsumer<Work, Position> publish) {
    this.exchange = exchange;
    this.draft = draft;
    this.recorder = recorder;
    this.label = label;
    this.config = config;
    this.publish = publish;
  }

  @Override
  public List<Carried> texts() {
    var texts = new ArrayList<Carried>();
    texts.add(new Carried("title", draft.title()));
    if (!draft.text().isEmpty()) {
      texts.add(new Carried("text", draft.text()));
    }
    return texts;
  }

  @Override
  public void mark() {
    marked = Optional.of(label.mark(draft));
  }

  @Override
  public List<LabelRecord> readBack() {
    found = label.found(done());
    exchange.issued(done().content());
    return found;
  }

  @Override
  public List<OutputRecord> kept() {
    return OutputRecord.whole(measure());
  }

  private Measure measure() {
    return draft.text().isEmpty()
        ? recorder.measure(exchange, media(), done().file())
        : recorder.measure(
            exchange, OutputRecord.FIELD, List.of(new Carried("text", done().text())));
  }

  private String media() {
    return draft.origin().map(Delivered::media).orElse("text");
  }

  @Override
  public Exit exit() {
    return Exit.PUBLICATION;
  }

  @Override
  public void deliver(Position recorded) {
    publish.accept(this, recorded);
  }

  @Override
  public Optional<Refusal> withhold(Verdict verdict) {
    return Optional.of(Refusal.blockedOutput(exchange.id()));
  }

  /** What is to be entered into the register. */
  LabelledWork labelled() {
    return new LabelledWork(
        draft,
        done().text(),
        done().file(),
        done().type(),
        done().content().produceId(),
        done().content().aigc(),
        config.texts().sentence(),
        found);
  }

  private WorkLabel.Marked done() {
    return marked.orElseThrow(() -> new IllegalStateException("the work is not labelled yet"));
  }
}
