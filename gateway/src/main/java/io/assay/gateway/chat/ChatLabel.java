package io.assay.gateway.chat;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.config.LabelConfig.TextPlace;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import io.assay.gateway.journal.Journal.Position;
import io.assay.gateway.journal.LabelRecord;
import io.assay.mark.aigc.AigcLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The labels of one chat answer: a statement in the text (Art. 17; GB 45438 5.1) and the fields of
 * Annex E beside it (Art. 16). An answer that must be machine-readable carries the statement beside
 * the text only, for the page that shows it.
 */
final class ChatLabel {
  private static final String STATEMENT = "内容由AI生成 (AI-generated content)";
  private static final String PREFIX = "【AI生成 · AI-generated】\n";
  private static final String SUFFIX = "\n【AI生成 · AI-generated】";

  private final AigcLabel aigc;
  private final TextPlace place;
  private final boolean structured;

  private ChatLabel(AigcLabel aigc, TextPlace place, boolean structured) {
    this.aigc = aigc;
    this.place = place;
    this.structured = structured;
  }

  static ChatLabel of(LabelConfig config, Exchange exchange) {
    return new ChatLabel(
        AigcLabel.produced(config.contentProducer(), exchange.id()),
        config.text(),
        ChatRequest.structured(exchange.ask().body()));
  }

  static String answerId(Exchange exchange) {
    return "chatcmpl-" + exchange.id();
  }

  String prefix() {
    return structured || place == TextPlace.SUFFIX ? "" : PREFIX;
  }

  String suffix() {
    return structured || place == TextPlace.PREFIX ? "" : SUFFIX;
  }

  String around(String text) {
    return prefix() + text + suffix();
  }

  /** The field {@code assay} of an answer or of the last chunk of a stream. */
  ObjectNode fields() {
    var fields = Json.object().put("content_id", aigc.produceId());
    fields.putObject("label").put("statement", STATEMENT).set("AIGC", Json.read(aigc.json()));
    return fields;
  }

  Map<String, String> headers(Position recorded) {
    return Map.of(
        "x-assay-content-id",
        aigc.produceId(),
        "x-assay-label",
        "explicit,implicit",
        "x-assay-record",
        recorded.shard() + "/" + recorded.index());
  }

  /** The labels that a finished answer carries; throws when one is missing. */
  List<LabelRecord> found(JsonNode answer) {
    var labels = new ArrayList<LabelRecord>();
    for (var choice : answer.path("choices")) {
      var content = choice.path("message").path("content");
      if (content.isString()) {
        labels.add(explicit(content.asString(), choice.path("index").asInt(0)));
      }
    }
    labels.addAll(besideText(answer.path("assay")));
    return labels;
  }

  /** The explicit label of one text that left, found in it. */
  LabelRecord explicit(String text, int choice) {
    if (!text.startsWith(prefix()) || !text.endsWith(suffix())) {
      throw new IllegalStateException("the statement is missing in choice " + choice);
    }
    if (structured) {
      return new LabelRecord(
          "EXPLICIT", "statement-field", "assay.label.statement", "machine-readable answer");
    }
    return new LabelRecord(
        "EXPLICIT",
        "text-statement",
        "choices[" + choice + "]",
        place.name().toLowerCase(Locale.ROOT));
  }

  List<LabelRecord> besideText(JsonNode fields) {
    var label = fields.path("label");
    if (!Json.text(label.path("AIGC")).equals(aigc.json())
        || !label.path("statement").asString("").equals(STATEMENT)) {
      throw new IllegalStateException("the label fields are missing in the answer");
    }
    return List.of(
        new LabelRecord("IMPLICIT", "response-field", "assay.label.AIGC", aigc.produceId()));
  }
}
