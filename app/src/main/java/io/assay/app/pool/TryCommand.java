package io.assay.app.pool;

import io.assay.review.Layers;
import io.assay.review.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tries keywords on texts: one JSON object a line in, one a line out. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Try keywords on texts: one JSON object a line on standard input,",
      "{\"features\":[...],\"exceptions\":[...],\"text\":\"...\",\"layers\":\"default\" or \"all\"},",
      "one line of findings for each on standard output."
    })
final class TryCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean failed = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        ObjectNode answer = answer(line);
        failed |= answer.has("error");
        out.println(answer);
        out.flush();
      }
    }
    return failed ? 1 : 0;
  }

  private static ObjectNode answer(String line) {
    ObjectNode answer = FindingJson.MAPPER.createObjectNode();
    try {
      JsonNode asked = FindingJson.MAPPER.readTree(line);
      answer.set(
          "findings",
          FindingJson.array(
              Trial.run(
                  texts(asked, "features"),
                  texts(asked, "exceptions"),
                  layers(asked.path("layers").asString("default")),
                  asked.path("text").stringValue())));
    } catch (JacksonException | IllegalArgumentException e) {
      answer.put("error", String.valueOf(e.getMessage()));
    }
    return answer;
  }

  private static List<String> texts(JsonNode asked, String name) {
    return asked.path(name).valueStream().map(JsonNode::stringValue).toList();
  }

  private static Layers layers(String name) {
    return switch (name) {
      case "default" -> Layers.core();
      case "all" -> Layers.all();
      default -> throw new IllegalArgumentException("no layers '" + name + "'; use default or all");
    };
  }
}
