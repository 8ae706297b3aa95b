package io.assay.gateway.image;

import io.assay.gateway.content.ContentStore;
import io.assay.gateway.exchange.Carried;
import io.assay.gateway.exchange.CarriedFile;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Exit;
import io.assay.gateway.exchange.Product;
import io.assay.gateway.exchange.Recorder;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Json;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.label.LabelledMedia;
import io.assay.gateway.label.MediaLabel;
import io.assay.review.Verdict;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The pictures of one answer. */
final class ImageAnswer implements Product {
  private final Exchange exchange;
  private final Recorder recorder;
  private final MediaLabel label;
  private final ContentStore contents;
  private final JsonNode body;
  private final List<byte[]> generated;
  private final List<LabelledMedia> pictures = new ArrayList<>();

  ImageAnswer(
      Exchange exchange,
      Recorder recorder,
      MediaLabel label,
      ContentStore contents,
      JsonNode body,
      List<byte[]> generated) {
    this.exchange = exchange;
    this.recorder = recorder;
    this.label = label;
    this.contents = contents;
    this.body = body;
    this.generated = List.copyOf(generated);
  }

  @Override
  public List<Carried> texts() {
    return Texts.of(body).stream().filter(text -> !text.where().endsWith(".url")).toList();
  }

  @Override
  public List<CarriedFile> files() {
    return carried(generated);
  }

  private static List<CarriedFile> carried(List<byte[]> pictures) {
    return IntStream.range(0, pictures.size())
        .mapToObj(
            i -> new CarriedFile("data[" + i + "]", CarriedFile.Kind.PICTURE, pictures.get(i)))
        .toList();
  }

  @Override
  public void mark() {
    for (int i = 0; i < generated.size(); i++) {
      pictures.add(label.mark(generated.get(i), produceId(i)));
    }
  }

  private String produceId(int number) {
    return generated.size() == 1 ? exchange.id() : exchange.id() + "-" + (number + 1);
  }

  @Override
  public List<LabelRecord> readBack() {
    var labels = new ArrayList<LabelRecord>();
    for (var picture : pictures) {
      labels.addAll(label.found(picture));
      exchange.issued(picture.content());
    }
    return labels;
  }

  @Override
  public List<OutputRecord> kept() {
    return recorder.keep(exchange, carried(pictures.stream().map(LabelledMedia::bytes).toList()));
  }

  @Override
  public Exit exit() {
    return ImageRequest.byAddress(exchange.ask().body()) ? Exit.IMAGE_ADDRESS : Exit.IMAGE;
  }

  @Override
  public void deliver(Position recorded) {
    var answer = Json.object().put("created", body.path("created").asLong(0));
    var data = answer.putArray("data");
    for (int i = 0; i < pictures.size(); i++) {
      var item = data.addObject();
      if (exit() == Exit.IMAGE_ADDRESS) {
        item.put("url", contents.put(pictures.get(i), exchange.inbound()));
      } else {
        item.put("b64_json", Base64.getEncoder().encodeToString(pictures.get(i).bytes()));
      }
      var revised = body.path("data").path(i).path("revised_prompt");
      if (revised.isString()) {
        item.put("revised_prompt", revised.asString());
      }
    }
    if (body.path("usage").isObject()) {
      answer.set("usage", body.path("usage"));
    }
    exchange
        .inbound()
        .send(200, "application/json", exchange.headers(recorded), Json.bytes(answer));
  }

  @Override
  public Optional<Refusal> withhold(Verdict verdict) {
    return Optional.of(Refusal.blockedOutput(exchange.id()));
  }
}
