package io.assay.gateway.chat;

import io.assay.gateway.config.LabelConfig.RefusalChannel;
import io.assay.gateway.http.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a chat answer in place of content that may not leave. */
final class ChatRefusal {
  private ChatRefusal() {}

  static String text(String caseId) {
    return "The generated content may not be delivered (content policy). Case " + caseId + ".";
  }

  static String held(String caseId) {
    return "The rest of this content waits for review " + caseId + ".";
  }

  /** A whole message: {@code content} is null unless the channel says otherwise. */
  static ObjectNode message(RefusalChannel channel, String caseId) {
    var message = Json.object().put("role", "assistant").putNull("content");
    message.setAll(fields(channel, text(caseId)));
    return message;
  }

  /** The fields that carry the text of the refusal, in a message or in a delta. */
  static ObjectNode fields(RefusalChannel channel, String text) {
    var fields = Json.object();
    if (channel != RefusalChannel.CONTENT) {
      fields.put("refusal", text);
    }
    if (channel != RefusalChannel.REFUSAL) {
      fields.put("content", text);
    }
    return fields;
  }

  static Map<String, String> headers(String caseId) {
    return Map.of("x-assay-case", caseId);
  }
}
