package io.assay.gateway.speech;

import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.CarriedFile;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.label.LabelledMedia;
import io.assay.gateway.label.MediaLabel;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sound of one answer. What it says is the input, which was reviewed. */
final class SpeechAnswer implements Product {
  private final Exchange exchange;
  private final Recorder recorder;
  private final MediaLabel label;
  private final SpeechFormat format;
  private final byte[] generated;
  private @Nullable LabelledMedia labelled;

  SpeechAnswer(
      Exchange exchange,
      Recorder recorder,
      MediaLabel label,
      SpeechFormat format,
      byte[] generated) {
    this.exchange = exchange;
    this.recorder = recorder;
    this.label = label;
    this.format = format;
    this.generated = generated;
  }

  @Override
  public List<Carried> texts() {
    return List.of();
  }

  @Override
  public List<CarriedFile> files() {
    return List.of(new CarriedFile("sound", CarriedFile.Kind.SOUND, generated));
  }

  @Override
  public void mark() {
    labelled = label.mark(generated, exchange.id());
  }

  @Override
  public List<LabelRecord> readBack() {
    exchange.issued(sound().content());
    return label.found(sound());
  }

  @Override
  public List<OutputRecord> kept() {
    return OutputRecord.whole(recorder.measure(exchange, "audio", sound().bytes()));
  }

  @Override
  public Exit exit() {
    return Exit.SPEECH;
  }

  @Override
  public void deliver(Position recorded) {
    exchange.inbound().send(200, format.contentType(), exchange.headers(recorded), sound().bytes());
  }

  private LabelledMedia sound() {
    return Optional.ofNullable(labelled)
        .orElseThrow(() -> new IllegalStateException("the sound is not labelled yet"));
  }

  @Override
  public Optional<Refusal> withhold(Verdict verdict) {
    return Optional.of(Refusal.blockedOutput(exchange.id()));
  }
}
