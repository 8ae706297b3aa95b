package io.assay.gateway.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out, with one set of rules. Thread-safe. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** Reads bytes; throws {@code tools.jackson.core.JacksonException} when they are not JSON. */
  public static JsonNode read(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Any value of maps, lists, strings, numbers, booleans and records, as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
