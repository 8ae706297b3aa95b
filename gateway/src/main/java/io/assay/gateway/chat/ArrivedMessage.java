package io.assay.gateway.chat;

import io.assay.gateway.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The message of a streamed choice as far as it has come, put together. Not thread-safe. */
final class ArrivedMessage {
  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
  private final SortedMap<Integer, Call> calls = new TreeMap<>();
  private final Call function = new Call();

  /** A call of a tool. */
  private static final class Call {
    private String id = "";
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    ObjectNode function() {
      return Json.object().put("name", name.toString()).put("arguments", arguments.toString());
    }
  }

  void text(String field, String piece) {
    texts.computeIfAbsent(field, name -> new StringBuilder()).append(piece);
  }

  void toolCall(int number, String id, String name, String arguments) {
    var call = calls.computeIfAbsent(number, first -> new Call());
    call.id = id.isEmpty() ? call.id : id;
    call.name.append(name);
    call.arguments.append(arguments);
  }

  void functionCall(String name, String arguments) {
    function.name.append(name);
    function.arguments.append(arguments);
  }

  ObjectNode json() {
    var message = Json.object().put("role", "assistant");
    message.putNull("content");
    texts.forEach((field, text) -> message.put(field, text.toString()));
    if (!calls.isEmpty()) {
      var all = message.putArray("tool_calls");
      calls
          .values()
          .forEach(
              call ->
                  all.addObject()
                      .put("id", call.id)
                      .put("type", "function")
                      .set("function", call.function()));
    }
    if (!function.name.isEmpty()) {
      message.set("function_call", function.function());
    }
    return message;
  }
}
