package io.assay.office.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds every answer of the programming interface against the document that describes it. */
public final class Contract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String NAMED = "#/components/schemas/";

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  public Contract(String description) {
    this.document = JSON.readTree(description);
    strict(document.path("components").path("schemas"));
    this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  public JsonNode document() {
    return document;
  }

  /** What the answer breaks, empty when it keeps the contract. */
  public List<String> broken(String method, String pathAndQuery, HttpResponse<String> answer) {
    String path = pathAndQuery.replaceFirst("\\?.*", "");
    Optional<String> template =
        document.path("paths").propertyNames().stream()
            .filter(it -> pattern(it).matcher(path).matches())
            .min((one, other) -> count(one) - count(other));
    if (template.isEmpty()) {
      return answer.statusCode() == 404 || answer.statusCode() == 401
          ? List.of()
          : List.of("no path for " + path);
    }
    JsonNode operation =
        document.path("paths").path(template.get()).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return answer.statusCode() == 405 ? List.of() : List.of("no " + method + " " + path);
    }
    return against(operation, method + " " + template.get(), answer);
  }

  private List<String> against(JsonNode operation, String name, HttpResponse<String> answer) {
    String status = String.valueOf(answer.statusCode());
    JsonNode described = operation.path("responses").path(status);
    if (described.isMissingNode()) {
      return List.of(name + " answers " + status + ", which is not described");
    }
    JsonNode content = described.path("content");
    if (answer.statusCode() / 100 == 2) {
      Successes.note(name);
    }
    if (answer.body().isEmpty()) {
      return content.isEmpty() || answer.statusCode() >= 400
          ? List.of()
          : List.of(name + " " + status + " answers nothing");
    }
    if (content.isEmpty()) {
      return List.of(name + " " + status + " has a body that is not described");
    }
    String type = content.propertyNames().iterator().next();
    if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
      return List.of();
    }
    JsonNode schema = content.path(type).path("schema");
    return schemas
        .computeIfAbsent(schema.toString(), _ -> alone(schema))
        .validate(JSON.readTree(answer.body()))
        .stream()
        .map(Error::toString)
        .map(it -> name + " " + status + ": " + it)
        .toList();
  }

  /** A schema with every other that it names. */
  private Schema alone(JsonNode schema) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    gather(schema, whole.putObject("components").putObject("schemas"));
    return registry.getSchema(whole);
  }

  private void gather(JsonNode node, ObjectNode gathered) {
    String reference = node.path("$ref").asString("");
    String name = reference.startsWith(NAMED) ? reference.substring(NAMED.length()) : "";
    if (!name.isEmpty() && !gathered.has(name)) {
      JsonNode named = document.path("components").path("schemas").path(name);
      gathered.set(name, named);
      gather(named, gathered);
    }
    node.forEach(child -> gather(child, gathered));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private static int count(String template) {
    return (int) template.chars().filter(it -> it == '{').count();
  }

  /** Nothing beyond what is described may be answered. */
  private static void strict(JsonNode schemas) {
    schemas.forEach(
        schema -> {
          if (schema instanceof ObjectNode object
              && object.has("properties")
              && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
          }
        });
  }
}
