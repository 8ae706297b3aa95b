package io.assay.gateway.exchange;

import io.assay.gateway.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Finds every text in a request or an answer, known field or not, so that a new field of the API is
 * reviewed before anybody has thought of it.
 */
public final class Texts {
  private static final Set<String> CONVERSATION = Set.of("messages", "input", "choices", "data");
  private static final Set<String> ENCODED = Set.of("b64_json");

  private Texts() {}

  public static List<Carried> of(JsonNode body) {
    var texts = new ArrayList<Carried>();
    for (var field : body.properties()) {
      var value = field.getValue();
      if (value.isContainer() && !CONVERSATION.contains(field.getKey())) {
        texts.add(new Carried(field.getKey(), Json.text(value)));
      } else {
        collect(field.getKey(), value, texts);
      }
    }
    return texts;
  }

  private static void collect(String where, JsonNode node, List<Carried> texts) {
    if (node.isString()) {
      texts.add(new Carried(where, node.asString()));
    } else if (node.isArray()) {
      if (isParts(node)) {
        texts.add(new Carried(where, joined(node)));
      }
      for (int i = 0; i < node.size(); i++) {
        collect(where + "[" + i + "]", node.get(i), texts);
      }
    } else {
      for (var field : node.properties()) {
        if (!ENCODED.contains(field.getKey())) {
          collect(where + "." + field.getKey(), field.getValue(), texts);
        }
      }
    }
  }

  /** Parts of one message are read together by the model, so they are reviewed together too. */
  private static boolean isParts(JsonNode array) {
    return array.size() > 1 && array.valueStream().anyMatch(part -> part.path("text").isString());
  }

  private static String joined(JsonNode parts) {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append(part.path("text").asString(""));
    }
    return text.toString();
  }
}
