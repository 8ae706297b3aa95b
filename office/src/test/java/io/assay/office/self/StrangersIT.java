package io.assay.office.self;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.Multipart;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.key.KeyService;
import io.assay.office.sanction.Inputs;
import io.assay.office.sanction.Sanctions;
import io.assay.office.staff.Role;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nobody reaches what belongs to somebody else: subjects, complainants, staff with reading only.
 */
class StrangersIT {
  private static TestOffice office;
  private static Subject one;
  private static Subject other;
  private static Browser visitor;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    String tenant = office.bean(TenantService.class).create("Studio", "system").orElseThrow().id();
    SubjectService subjects = office.bean(SubjectService.class);
    one = subjects.register(tenant, "author-one", "system").orElseThrow();
    other = subjects.register(tenant, "author-other", "system").orElseThrow();
    office.bean(KeyService.class).issue(other.id(), "their phone", "system");
    visitor = office.browser();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void anIdentifierOpensNoPageOfASubject_onlyItsAddressDoes() {
    for (String guess : List.of(other.id(), other.reference(), "x", "%2e%2e")) {
      for (String page :
          List.of(
              "/my/%s",
              "/my/%s/documents",
              "/verify-identity/%s",
              "/verify-identity/%s/network",
              "/guardian/%s",
              "/api/v1/my/%s/sanctions")) {
        assertThat(visitor.get(page.formatted(guess)).statusCode())
            .as(page.formatted(guess))
            .isIn(400, 404);
      }
      for (String form :
          List.of(
              "/my/%s/leave",
              "/my/%s/keys/0/revoke",
              "/my/%s/documents",
              "/my/%s/documents/reminders",
              "/verify-identity/%s/mobile",
              "/verify-identity/%s/code",
              "/guardian/%s/withdraw")) {
        Map<String, String> fields =
            Map.of("sure", "true", "number", "13800138000", "code", "000000", "moment", "EXPORT");
        assertThat(visitor.post(form.formatted(guess), fields).statusCode())
            .as(form.formatted(guess))
            .isIn(400, 404);
      }
    }
  }

  @Test
  void aSubjectSeesNothingOfAnother_andTouchesNothingOfTheirs() {
    String key = office.bean(KeyService.class).of(other.id()).getFirst().id();
    String page = visitor.get(one.ownPath()).body();
    assertThat(page)
        .contains(one.verificationPath())
        .doesNotContain("author-other", "their phone", key);
    visitor.post(one.ownPath() + "/keys/" + key + "/revoke", Map.of());
    visitor.post(one.ownPath() + "/leave", Map.of("sure", "false"));
    assertThat(office.bean(KeyService.class).find(key).orElseThrow().inForce()).isTrue();
  }

  @Test
  void aReceiptCodeOpensItsOwnCaseOnly() {
    String mine = sent("complaint", "words of mine", "mine.txt");
    String theirs = sent("complaint", "words of theirs", "theirs.txt");
    String code = found("\"receipt_code\":\"([^\"]+)\"", mine);
    String their = found("\"id\":\"(cas_[^\"]+)\"", theirs);
    String file = found("\"id\":\"(att_[^\"]+)\"", theirs);
    assertThat(visitor.get("/complaint/" + code).body())
        .contains("words of mine")
        .doesNotContain("words of theirs", "theirs.txt", their);
    for (String guess :
        List.of(
            "/appeal/" + code,
            "/report/" + code,
            "/api/v1/intake/report/" + code,
            "/complaint/" + their,
            "/api/v1/intake/complaint/" + their,
            "/complaint/" + code + "/files/" + file,
            "/api/v1/intake/complaint/" + code + "/files/" + file,
            "/complaint/" + last(code))) {
      assertThat(visitor.get(guess).statusCode()).as(guess).isIn(302, 401, 404);
      assertThat(visitor.get(guess).body()).as(guess).doesNotContain("words of");
    }
    String withdraw = "/complaint/" + their + "/withdraw";
    assertThat(visitor.submit("/complaint", withdraw, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void aPublishedDecisionNamesNobody() {
    office.bean(SubjectService.class).move(other.id(), SubjectState.VERIFIED, "", "system");
    for (String exchange : List.of("ex_s1", "ex_s2", "ex_s3")) {
      Inputs.put(office, exchange, other.id(), Instant.now().minusSeconds(60), true);
    }
    String sanction = office.bean(Sanctions.class).of(other.id()).getFirst().id();
    for (String open : List.of("/decision/" + sanction, "/api/v1/statements/" + sanction)) {
      assertThat(visitor.get(open).body())
          .as(open)
          .doesNotContain(
              other.id(), other.reference(), other.tenant(), "Studio", other.verificationToken());
    }
    assertThat(visitor.get("/api/v1" + one.ownPath() + "/sanctions").body())
        .doesNotContain(sanction);
  }

  @Test
  void whoOnlyReadsSubjects_learnsNoAddressOfTheirs() {
    Browser auditor = office.browserOf("auditor", Role.AUDIT_ADMIN);
    String token = auditor.token();
    String list = "/api/v1/tenants/" + one.tenant() + "/subjects";
    for (String page : List.of("/subjects/" + one.id(), "/tenants/" + one.tenant() + "/subjects")) {
      assertThat(auditor.get(page).body()).contains("author-one").doesNotContain(address(one));
    }
    for (String page : List.of("/api/v1/subjects/" + one.id(), list)) {
      assertThat(auditor.call("GET", page, token, "").body())
          .contains("author-one", "\"verify_url\":null")
          .doesNotContain(address(one));
    }
    Browser admin = office.browserOf("admin.of.access", Role.SECURITY_ADMIN);
    assertThat(admin.get("/subjects/" + one.id()).body()).contains(address(one));
  }

  @Test
  void newAddressesEndTheFormerOnes() {
    String subject =
        office
            .bean(SubjectService.class)
            .register(one.tenant(), "careless", "system")
            .orElseThrow()
            .id();
    String former = office.bean(SubjectService.class).find(subject).orElseThrow().ownPath();
    Browser admin = office.browserOf("renewer", Role.SECURITY_ADMIN);
    String path = "/api/v1/subjects/" + subject + "/new-addresses";
    assertThat(admin.call("POST", path, admin.token(), "{}").statusCode()).isEqualTo(200);
    assertThat(visitor.get(former).statusCode()).isEqualTo(404);
    String fresh = office.bean(SubjectService.class).find(subject).orElseThrow().ownPath();
    assertThat(visitor.get(fresh).statusCode()).isEqualTo(200);
    assertThat(office.actTypes()).contains("subject.addresses_renewed");
    admin.submit("/subjects/" + subject, "/subjects/" + subject + "/new-addresses", Map.of());
    assertThat(visitor.get(fresh).statusCode()).isEqualTo(404);
  }

  @Test
  void aReviewerReadsNoFileOfACase() {
    String sent = sent("report", "words of a report", "proof.txt");
    String path =
        "/cases/"
            + found("\"id\":\"(cas_[^\"]+)\"", sent)
            + "/files/"
            + found("\"id\":\"(att_[^\"]+)\"", sent);
    Browser reviewer = office.browserOf("reviewer", Role.REVIEWER);
    assertThat(reviewer.get(path).statusCode()).isEqualTo(404);
    assertThat(reviewer.call("GET", "/api/v1" + path, reviewer.token(), "").statusCode())
        .isIn(403, 404);
    Browser handler = office.browserOf("handler", Role.CASE_HANDLER);
    assertThat(handler.get(path).statusCode()).isEqualTo(200);
  }

  private static String address(Subject subject) {
    return subject.verificationToken();
  }

  private static String sent(String door, String text, String file) {
    String answer =
        Multipart.of("text", text)
            .file(file, text.getBytes(StandardCharsets.UTF_8))
            .post(office, "/api/v1/intake/" + door)
            .body();
    assertThat(answer).contains("receipt_code");
    return answer;
  }

  /** The code with another last character. */
  private static String last(String code) {
    char end = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (end == '2' ? '3' : '2');
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
