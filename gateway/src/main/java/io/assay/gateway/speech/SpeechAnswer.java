package io.assay.gateway.speech;

import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.label.MediaLabel;
import io.assay.review.Verdict;
import java.util.List;
import java.util.Optional;

/** The sound of one answer. What it says is the input, which was reviewed. */
final class SpeechAnswer implements Product {
  private final Exchange exchange;
  private final Recorder recorder;
  private final MediaLabel label;
  private final SpeechFormat format;
  private byte[] sound;

  SpeechAnswer(
      Exchange exchange, Recorder recorder, MediaLabel label, SpeechFormat format, byte[] sound) {
    this.exchange = exchange;
    this.recorder = recorder;
    this.label = label;
    this.format = format;
    this.sound = sound;
  }

  @Override
  public List<Carried> texts() {
    return List.of();
  }

  @Override
  public void mark() {
    sound = label.sound(sound, exchange.id());
  }

  @Override
  public List<LabelRecord> readBack() {
    return label.found(sound, exchange.id());
  }

  @Override
  public Measure measure() {
    return recorder.measure(exchange, "audio", sound);
  }

  @Override
  public Exit exit() {
    return Exit.SPEECH;
  }

  @Override
  public void deliver(Position recorded) {
    exchange
        .inbound()
        .send(200, format.contentType(), label.headers(exchange.id(), recorded), sound);
  }

  @Override
  public Optional<Refusal> withhold(Verdict verdict) {
    return Optional.of(Refusal.blockedOutput(exchange.id()));
  }
}
