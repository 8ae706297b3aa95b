package io.assay.gateway.chat;

import io.assay.gateway.Duty;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.config.LabelConfig.TextPlace;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.http.Json;
import io.assay.gateway.journal.LabelRecord;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.TextLabel;
import io.assay.mark.TextSyntax;
import io.assay.mark.aigc.AigcLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The labels of one chat answer: a statement in the text (Art. 17; GB 45438 5.1) and the fields of
 * Annex E beside it (Art. 16). An answer that must be machine-readable carries the statement beside
 * the text only, for the page that shows it.
 */
@Duty({"DS-16", "DS-17", "LM-4", "LM-5", "GB45438-5.1"})
final class ChatLabel {
  private final AigcLabel aigc;
  private final String statement;
  private final Optional<TextLabel> inText;

  private ChatLabel(AigcLabel aigc, String statement, Optional<TextLabel> inText) {
    this.aigc = aigc;
    this.statement = statement;
    this.inText = inText;
  }

  static ChatLabel of(LabelConfig config, Exchange exchange) {
    var explicit = placed(ExplicitLabel.standard().withTexts(config.texts()), config.text());
    return new ChatLabel(
        AigcLabel.produced(config.contentProducer(), exchange.id()),
        config.texts().sentence(),
        ChatRequest.structured(exchange.ask().body())
            ? Optional.empty()
            : Optional.of(TextLabel.of(explicit, TextSyntax.PLAIN)));
  }

  private static ExplicitLabel placed(ExplicitLabel label, TextPlace place) {
    return switch (place) {
      case PREFIX -> label.at(ExplicitLabel.Position.START);
      case SUFFIX -> label.at(ExplicitLabel.Position.END);
      case BOTH -> label.at(ExplicitLabel.Position.START, ExplicitLabel.Position.END);
    };
  }

  static String answerId(Exchange exchange) {
    return "chatcmpl-" + exchange.id();
  }

  /** What labels the text of one choice as it passes; empty when the text must stay as it is. */
  Optional<TextLabel.Stream> stream() {
    return inText.map(TextLabel::stream);
  }

  String apply(String text) {
    return inText.map(label -> label.apply(text)).orElse(text);
  }

  /** The field {@code assay} of an answer or of the last chunk of a stream. */
  ObjectNode fields() {
    var fields = Json.object().put("content_id", aigc.produceId());
    fields.putObject("label").put("statement", statement).set("AIGC", Json.read(aigc.json()));
    return fields;
  }

  /** The explicit label of one text that leaves, found in it; throws when it is missing. */
  LabelRecord explicit(String text, int choice) {
    if (inText.isEmpty()) {
      return new LabelRecord(
          "EXPLICIT", "statement-field", "assay.label.statement", "machine-readable answer");
    }
    int at = text.indexOf(statement);
    if (at < 0) {
      throw new IllegalStateException("the statement is missing in choice " + choice);
    }
    return new LabelRecord(
        "EXPLICIT",
        "text-statement",
        "choices[" + choice + "].content",
        "\"" + statement + "\" at character " + at);
  }

  /** The implicit label beside the text, found in the field {@code assay}; throws when missing. */
  LabelRecord implicit(JsonNode fields) {
    var label = fields.path("label");
    if (!Json.text(label.path("AIGC")).equals(aigc.json())
        || !label.path("statement").asString("").equals(statement)) {
      throw new IllegalStateException("the label fields are missing in the answer");
    }
    return new LabelRecord("IMPLICIT", "response-field", "assay.label.AIGC", aigc.produceId());
  }

  /** Every label of a whole answer. */
  List<LabelRecord> found(JsonNode answer) {
    var labels = new ArrayList<LabelRecord>();
    for (var choice : answer.path("choices")) {
      var content = choice.path("message").path("content");
      if (content.isString()) {
        labels.add(explicit(content.asString(), choice.path("index").asInt(0)));
      }
    }
    labels.add(implicit(answer.path("assay")));
    return labels;
  }
}
