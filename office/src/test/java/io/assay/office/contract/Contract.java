package io.assay.office.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds every answer of the programming interface against the document that describes it. */
public final class Contract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOME = "https://assay.example/openapi.json";

  /** Every answer that was held against its schema, of every test in this process. */
  private static final Set<String> ANSWERS = new ConcurrentSkipListSet<>();

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  public Contract(String description) {
    this.document = JSON.readTree(description);
    strict(document.path("components").path("schemas"));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(HOME, document.toString())));
  }

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Contract::keepAnswers));
  }

  /** Writes down which operations were answered with success, for whoever wants to know. */
  private static void keepAnswers() {
    try {
      Files.write(Path.of("target", "contract-answers.txt"), ANSWERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    if (answer.body().isEmpty()) {
      if (answer.statusCode() < 400) {
        ANSWERS.add(name);
      }
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
    String place =
        "/paths/" + escaped(name.substring(name.indexOf(' ') + 1)) + "/" + methodOf(name);
    if (answer.statusCode() < 400) {
      ANSWERS.add(name);
    }
    String pointer =
        HOME + "#" + place + "/responses/" + status + "/content/" + escaped(type) + "/schema";
    return schemas
        .computeIfAbsent(pointer, this::schema)
        .validate(JSON.readTree(answer.body()))
        .stream()
        .map(Error::toString)
        .map(it -> name + " " + status + ": " + it)
        .toList();
  }

  private Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(pointer));
  }

  private static String methodOf(String name) {
    return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
  }

  private static String escaped(String part) {
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
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
