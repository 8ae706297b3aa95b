package io.assay.office.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.staff.Role;
import io.assay.office.task.Policy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** Numbers of policy: one proposes, another approves, and everybody sees who it was. */
class PoliciesIT {
  private static final Pattern ID = Pattern.compile("\"id\":\"(apr_[^\"]+)\"");
  private static TestOffice office;
  private static Browser first;
  private static Browser second;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), new TestClock("2026-11-21T04:00:00Z"));
    first = office.browserOf("mei.lin", Role.COMPLIANCE_OFFICER);
    second = office.browserOf("li.hua", Role.COMPLIANCE_OFFICER);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aNumberIsAsShipped_untilTwoPeopleChangeIt() {
    Policies policies = office.bean(Policies.class);
    assertThat(policies.duration(Policy.HOLD)).isEqualTo(Duration.ofMinutes(30));
    String token = first.token();
    HttpResponse<String> proposed = propose(token, "task.hold", 45);
    assertThat(proposed.statusCode()).isEqualTo(201);
    assertThat(policies.duration(Policy.HOLD)).isEqualTo(Duration.ofMinutes(30));

    String waiting = first.get("/approvals", "Accept-Language", "en").body();
    assertThat(waiting)
        .contains("Decide what is held: 45 minutes instead of 30.", "mei.lin", "/policies")
        .doesNotContain(">staff:");
    assertThat(first.get("/approvals", "Accept-Language", "zh").body())
        .contains("\u7531 30 \u6539\u4e3a 45 \u5206\u949f");

    String approve = "/api/v1/approvals/" + id(proposed) + "/approve";
    assertThat(first.call("POST", approve, token, "{}").statusCode()).isEqualTo(409);
    assertThat(second.call("POST", approve, second.token(), "{}").statusCode()).isEqualTo(200);
    assertThat(policies.duration(Policy.HOLD)).isEqualTo(Duration.ofMinutes(45));
    assertThat(office.actTypes()).contains("policy.changed");

    String page = first.get("/policies", "Accept-Language", "en").body();
    assertThat(page).contains("45 minutes", "mei.lin, approved by li.hua");
    assertThat(first.call("GET", "/api/v1/policy-numbers", token, "").body())
        .contains("\"task.hold\"", "\"value\":45", "\"basis\":\"POLICY\"");
    assertThat(
            office
                .browserOf("reviewer", Role.REVIEWER)
                .get("/reviews", "Accept-Language", "en")
                .body())
        .contains("45 minutes for what is held");
  }

  @Test
  void aValueThatMakesNoSense_orANumberThatIsNone_isRefused() {
    String token = first.token();
    assertThat(propose(token, "task.hold", 0).body()).contains("policy.out-of-range");
    assertThat(propose(token, "task.nothing", 1).body()).contains("policy.unknown");
    assertThat(
            first
                .submit(
                    "/policies",
                    "/policies",
                    Map.of("name", "pool.update", "value", "0", "reason", "why"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whatThePublicMeets_isPolicyToo_andShownWhereItApplies() {
    Browser visitor = office.browser();
    assertThat(visitor.get("/process", "Accept-Language", "en").body())
        .contains("5 at most, each up to 10 MB", "10 an hour; 3 where", "20 a day", "Policy");
    HttpResponse<String> proposed = propose(first.token(), "intake.files", 2);
    String approve = "/api/v1/approvals/" + id(proposed) + "/approve";
    assertThat(second.call("POST", approve, second.token(), "{}").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/process", "Accept-Language", "en").body())
        .contains("2 at most, each up to 10 MB");
    assertThat(visitor.get("/complaint", "Accept-Language", "en").body()).contains("Up to 2 files");
    assertThat(visitor.get("/api/v1/intake/complaint").body()).contains("\"file_count\":2");
  }

  @Test
  void limitsOfAccountsProposalsAndChecks_holdAsSoonAsTheyAreChanged() {
    changed("staff.shortest-password", 20);
    assertThat(first.changePassword(TestOffice.PASSWORD, "nineteen characters").statusCode())
        .isEqualTo(422);
    changed("staff.failures", 2);
    changed("staff.lock", 60);
    changed("approval.waits", 3);
    assertThat(first.get("/approvals", "Accept-Language", "en").body())
        .contains("Waits for 3 days at most (policy)");
    assertThat(propose(first.token(), "staff.idle", 10).body())
        .contains("\"expires_at\":\"2026-11-24T04:00:00Z\"");
    changed("verify.file-size", 1);
    Browser visitor = office.browser();
    assertThat(visitor.get("/verify", "Accept-Language", "en").body()).contains("1 MB");
    Multipart large = Multipart.of().file("large.png", new byte[1_100_000]);
    assertThat(large.page(office, "/verify").statusCode()).isEqualTo(422);

    office.browserOf("guessed", Role.REVIEWER);
    for (int i = 0; i < 2; i++) {
      visitor.signIn("guessed", "wrong");
    }
    assertThat(visitor.signIn("guessed", TestOffice.PASSWORD).headers().firstValue("Location"))
        .hasValueSatisfying(it -> assertThat(it).endsWith("/sign-in?error"));
    assertThat(office.acts())
        .anySatisfy(
            it -> {
              assertThat(it.type()).isEqualTo("staff.locked");
              assertThat(it.facts()).containsEntry("until", "2026-11-21T05:00:00Z");
            });
    changed("staff.failures", 5);
  }

  private static void changed(String name, long value) {
    String approve = "/api/v1/approvals/" + id(propose(first.token(), name, value)) + "/approve";
    assertThat(second.call("POST", approve, second.token(), "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void everyNumberHasItsName_inBothLanguages() {
    MessageSource words = office.bean(MessageSource.class);
    for (Setting it : office.bean(Policies.class).all()) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        for (String key :
            List.of(
                "policy." + it.number().name(),
                "policy.feature." + it.number().feature(),
                "policy.unit." + it.number().unit())) {
          assertThat(words.getMessage(key, null, "", language)).as(key).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aTimeIsAWholeNumberOfItsUnits() {
    assertThat(PolicyNumber.of("a.b", PolicyNumber.Unit.MINUTES, Duration.ofHours(1), 1, 90))
        .isEqualTo(new PolicyNumber("a.b", PolicyNumber.Unit.MINUTES, 60, 1, 90));
    assertThatThrownBy(
            () -> PolicyNumber.of("a.b", PolicyNumber.Unit.DAYS, Duration.ofHours(30), 1, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.b");
  }

  @Test
  void onlyWhoeverMayWriteDocuments_proposes() {
    Browser auditor = office.browserOf("auditor", Role.AUDIT_ADMIN);
    assertThat(auditor.get("/policies").statusCode()).isEqualTo(200);
    assertThat(propose(auditor.token(), "task.hold", 40).statusCode()).isEqualTo(403);
    assertThat(office.browserOf("handler", Role.CASE_HANDLER).get("/policies").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aNumberOutsideItsOwnBounds_cannotBeDeclared() {
    assertThatThrownBy(() -> new PolicyNumber("a.b", PolicyNumber.Unit.COUNT, 5, 6, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.b");
    assertThatThrownBy(() -> office.bean(Policies.class).duration(Policy.MOST_IN_HOUR))
        .isInstanceOf(IllegalStateException.class);
  }

  private static HttpResponse<String> propose(String token, String name, long value) {
    return first.call(
        "POST",
        "/api/v1/policy-numbers/" + name,
        token,
        "{\"value\": %d, \"reason\": \"nights are quiet\"}".formatted(value));
  }

  private static String id(HttpResponse<String> proposed) {
    Matcher found = ID.matcher(proposed.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
