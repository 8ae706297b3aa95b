package io.assay.office.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.staff.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class ContractIT {
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
    JsonNode paths = new Contract(answer.body()).document().path("paths");
    List<String> served =
        office.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .filter(pattern -> pattern.startsWith("/api/v1/"))
            .filter(pattern -> !pattern.contains("openapi.json"))
            .map(pattern -> pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
            .distinct()
            .toList();
    assertThat(served).isNotEmpty();
    assertThat(paths.propertyNames()).containsAll(served);
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
