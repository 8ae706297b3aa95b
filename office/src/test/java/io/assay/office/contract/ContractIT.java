package io.assay.office.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.staff.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ContractIT {
  /** Lists that are whole: what they list is fixed, grows by hand, or belongs to one thing. */
  private static final List<String> WITH_AN_END =
      List.of(
          "calendars",
          "documents",
          "management-systems",
          "my/{token}/sanctions",
          "news/editions",
          "overview",
          "policy-numbers",
          "pool/coverage",
          "posture",
          "posture/{id}/rows",
          "reviews/depth",
          "reviews/quality",
          "subjects/{id}/acceptances",
          "subjects/{id}/guardianships",
          "subjects/{id}/reminders");

  private static final Set<String> CURSORS = Set.of("after", "before");

  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void theDescriptionIsOpenToAll_andNamesEveryOperation() {
    HttpResponse<String> answer = office.browser().get("/api/v1/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    Contract contract = new Contract(answer.body());
    List<String> served =
        office.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
            .flatMap(ContractIT::operations)
            .filter(it -> it.contains(" /api/v1/") && !it.contains("openapi.json"))
            .distinct()
            .toList();
    assertThat(served).hasSizeGreaterThan(100);
    assertThat(operations(contract)).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyOperationStandsOnTheList_besideATestThatGetsASuccess() {
    assertThat(Operation.listed().map(Operation::name))
        .containsExactlyInAnyOrderElementsOf(operations(office.contract()));
    assertThat(Operation.listed().map(Operation::test).distinct())
        .allSatisfy(it -> assertThat(Class.forName(it).getSimpleName()).endsWith("IT"));
  }

  @Test
  void everyListGoesOnWithACursor_butThoseThatHaveAnEnd() {
    Contract contract = office.contract();
    List<String> endless = new ArrayList<>();
    for (String operation : operations(contract)) {
      JsonNode described = described(contract, operation);
      if (operation.startsWith("GET ")
          && !operation.endsWith("}")
          && lists(contract, described)
          && described.path("parameters").valueStream().noneMatch(it -> goesOn(contract, it))) {
        endless.add(operation.substring("GET /api/v1/".length()));
      }
    }
    assertThat(endless).isNotEmpty().isSubsetOf(WITH_AN_END);
  }

  @Test
  void whatWebhooksBringIsDescribed_withItsSignature() {
    JsonNode notice = office.contract().document().at("/webhooks/notice/post");
    assertThat(notice.path("parameters").valueStream().map(it -> it.path("name").asString()))
        .containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
    assertThat(notice.at("/requestBody/content/application~1json/schema/required").toString())
        .isEqualTo("[\"data\",\"id\",\"timestamp\",\"type\"]");
  }

  @Test
  void everyChangeTakesAnIdempotencyKey() {
    Contract contract = office.contract();
    assertThat(operations(contract))
        .filteredOn(it -> !it.startsWith("GET "))
        .isNotEmpty()
        .allMatch(
            it ->
                described(contract, it)
                    .path("parameters")
                    .valueStream()
                    .anyMatch(one -> one.path("name").asString().equals("Idempotency-Key")));
  }

  private static Stream<String> operations(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map(method -> method + " " + path));
  }

  private static List<String> operations(Contract contract) {
    return contract.document().path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  private static JsonNode described(Contract contract, String operation) {
    String[] parts = operation.split(" ", 2);
    return contract.document().path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
  }

  /** Whether the answer is a list, or holds one beside whatever else it says. */
  private static boolean lists(Contract contract, JsonNode operation) {
    JsonNode schema = operation.path("responses").path("200").findPath("schema");
    JsonNode model = model(contract, schema);
    return model.path("type").asString("").equals("array")
        || model.path("properties").valueStream().anyMatch(ContractIT::ofRecords);
  }

  private static boolean ofRecords(JsonNode property) {
    return property.path("type").asString("").equals("array") && property.path("items").has("$ref");
  }

  /** Whether the parameter, or one that it holds, is the cursor of a list. */
  private static boolean goesOn(Contract contract, JsonNode parameter) {
    return CURSORS.contains(parameter.path("name").asString())
        || model(contract, parameter.path("schema")).path("properties").propertyNames().stream()
            .anyMatch(CURSORS::contains);
  }

  private static JsonNode model(Contract contract, JsonNode schema) {
    String name = schema.path("$ref").asString("").replaceFirst(".*/", "");
    return name.isEmpty() ? schema : contract.document().at("/components/schemas/" + name);
  }

  @Test
  void everyListAnswersAsDescribed_toSomeoneWhoMayReadIt() {
    String token = office.browserOf("reader", Role.values()).token();
    Contract contract = office.contract();
    List<String> asked = new ArrayList<>();
    for (var path : contract.document().path("paths").properties()) {
      if (path.getValue().has("get") && !path.getKey().contains("{")) {
        asked.add(path.getKey());
        HttpResponse<String> answer = office.browser().call("GET", path.getKey(), token, "");
        assertThat(answer.statusCode()).as(path.getKey()).isIn(200, 400);
      }
    }
    assertThat(asked).contains("/api/v1/tenants", "/api/v1/overview");
  }

  @Test
  void aBodyThatLacksAValueIsRefused_withItsName() {
    String token = office.browserOf("hasty", Role.SECURITY_ADMIN).token();
    HttpResponse<String> answer = office.browser().call("POST", "/api/v1/tenants", token, "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'name' is missing");
  }

  @Test
  void anAnswerThatIsNotDescribedIsNoticed() {
    String description = office.browser().get("/api/v1/openapi.json").body();
    String token = office.browserOf("other", Role.SECURITY_ADMIN).token();
    HttpResponse<String> made =
        office.browser().call("POST", "/api/v1/tenants", token, "{\"name\":\"seen\"}");
    Contract contract = new Contract(description.replace("\"created_at\"", "\"born_at\""));
    assertThat(contract.broken("POST", "/api/v1/tenants", made))
        .anyMatch(fault -> fault.contains("created_at"));
  }
}
