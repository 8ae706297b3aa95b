package io.assay.office.document;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.office.OfficeConfig;
import io.assay.office.Sha256;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals;
import io.assay.office.document.PublicDocument.State;
import io.assay.office.key.KeyService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DocumentsIT {
  private static final TestClock CLOCK = new TestClock("2026-11-21T04:00:00Z");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static TestOffice office;
  private static Browser author;
  private static Browser second;
  private static String tenant;
  private static Documents documents;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    author = office.browserOf("author", COMPLIANCE_OFFICER);
    second = office.browserOf("second", COMPLIANCE_OFFICER);
    tenant = office.bean(TenantService.class).create("t", "system").orElseThrow().id();
    documents = office.bean(Documents.class);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @AfterEach
  void clear() {
    JdbcClient jdbc = office.bean(JdbcClient.class);
    jdbc.sql("delete from document.acceptance").update();
    jdbc.sql("delete from document.document").update();
  }

  @Test
  void oneDrafts_anotherApproves_thenEverybodyReads() {
    assertThat(author.get("/papers/new?kind=SERVICE_AGREEMENT").body())
        .contains("Service agreement", "starter text");
    String id = draft("SERVICE_AGREEMENT", "The first text, with <b>markup</b>.");
    Browser visitor = office.browser();
    assertThat(visitor.get("/documents/service-agreement").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/documents/service-agreement/1").statusCode()).isEqualTo(404);
    assertThat(publish(author, id).statusCode()).isEqualTo(422);

    String proposal = submit(id);
    assertThat(decide(author, proposal).statusCode()).isEqualTo(422);
    decide(second, proposal);
    assertThat(document(id).state()).isEqualTo(State.APPROVED);
    publish(author, id);

    PublicDocument published = document(id);
    assertThat(published.state()).isEqualTo(State.PUBLISHED);
    HttpResponse<String> page = visitor.get("/documents/service-agreement");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The first text", "&lt;b&gt;", published.sha256())
        .doesNotContain("<b>markup", "??");
    assertThat(visitor.get("/documents", "Accept-Language", "zh-CN").body())
        .contains("\u89c4\u5219\u4e0e\u6587\u4ef6")
        .doesNotContain("??");
    assertThat(office.actTypes())
        .containsSubsequence(
            "document.drafted", "approval.approved", "document.approved", "document.published");
  }

  @Test
  void aNewVersionSupersedes_andTheOldOneStaysReadable() {
    String first = published("PRIVACY_POLICY", "version one");
    String next = published("PRIVACY_POLICY", "version two");
    assertThat(document(first).state()).isEqualTo(State.SUPERSEDED);
    assertThat(document(next).version()).isEqualTo(2);
    Browser visitor = office.browser();
    assertThat(visitor.get("/documents/privacy-policy").body()).contains("version two");
    assertThat(visitor.get("/documents/privacy-policy/1").body())
        .contains("version one", "no longer in force");
    assertThat(visitor.get("/documents/privacy-policy/3").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/documents/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void approvesOnlyTheWordingThatWasHandedIn() {
    String id = draft("PLATFORM_COVENANT", "as handed in");
    String proposal = submit(id);
    author.submit("/papers/" + id + "/edit", "/papers/" + id, wording("changed since", true));
    assertThat(decide(second, proposal).statusCode()).isEqualTo(422);
    assertThat(document(id).state()).isEqualTo(State.DRAFT);
  }

  @Test
  void oneVersionIsOnItsWayAtATime_andAnApprovedOneNeverChanges() {
    String id = draft("LABEL_NOTICE", "one");
    assertThatThrownBy(
            () ->
                documents.draft(
                    DocumentKind.LABEL_NOTICE, Starter.of(DocumentKind.LABEL_NOTICE), true, "x"))
        .hasMessage("document.on-its-way");
    decide(second, submit(id));
    assertThat(author.submit("/papers/" + id, "/papers/" + id, wording("late", true)).statusCode())
        .isEqualTo(422);
    assertThat(document(id).wording().textEn()).isEqualTo("one");
  }

  @Test
  void aNewVersionHasToBeAccepted_beforeTheNextGeneration() {
    Subject subject = subject();
    assertThat(standing(subject)).isInstanceOf(Standing.Good.class);
    long version = office.bean(SnapshotSource.class).version();
    String id = published("MANAGEMENT_RULES", "the rules");
    assertThat(office.bean(SnapshotSource.class).version()).isGreaterThan(version);
    assertThat(standing(subject))
        .isEqualTo(
            new Standing.AcceptanceDue(
                List.of("management-rules/1"),
                "http://localhost:8081" + subject.ownPath() + "/documents"));

    Browser phone = office.browser();
    String page = subject.ownPath() + "/documents";
    assertThat(phone.get(page).body()).contains("the rules").doesNotContain("??");
    assertThat(phone.post(page, Map.of()).statusCode()).isEqualTo(422);
    phone.post(page, Map.of("document", id));
    assertThat(standing(subject)).isInstanceOf(Standing.Good.class);
    Acceptance kept = office.bean(Acceptances.class).of(subject.id()).getFirst();
    assertThat(kept.name()).isEqualTo("management-rules/1");
    assertThat(kept.sha256()).isEqualTo(Sha256.of("the rules"));
    assertThat(kept.via()).isEqualTo(Acceptance.Via.HOSTED);

    String next = published("MANAGEMENT_RULES", "the new rules");
    assertThat(standing(subject)).isInstanceOf(Standing.AcceptanceDue.class);
    assertThat(phone.post(page, Map.of("document", id)).statusCode()).isEqualTo(422);
    phone.post(page, Map.of("document", next));
    assertThat(standing(subject)).isInstanceOf(Standing.Good.class);
    assertThat(office.actTypes().stream().filter("document.accepted"::equals).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatNeedsNoAcceptanceStopsNobody() {
    Subject subject = subject();
    String id =
        author
            .submit("/papers/new?kind=LABEL_NOTICE", "/papers", withKind("LABEL_NOTICE", false))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replace("/papers/", "");
    decide(second, submit(id));
    publish(author, id);
    assertThat(standing(subject)).isInstanceOf(Standing.Good.class);
  }

  @Test
  void aTenantAttests_andAnybodyCanAskWhatWasAcceptedOnADay() {
    Subject subject = subject();
    String id = published("SERVICE_AGREEMENT", "the agreement");
    String writer = office.browserOf("writer" + COUNT.get(), SECURITY_ADMIN).token();
    String reader = office.browserOf("reader" + COUNT.get(), AUDIT_ADMIN).token();
    String path = "/api/v1/subjects/" + subject.id() + "/acceptances";
    Browser program = office.browser();
    assertThat(program.call("GET", path, reader, "").body())
        .contains("\"accepted\":[]", "\"due\":[\"service-agreement/1\"]");
    CLOCK.advance(Duration.ofHours(1));
    String body = "{\"documents\":[\"" + id + "\"],\"language\":\"en\",\"address\":\"10.0.0.1\"}";
    assertThat(program.call("POST", path, reader, body).statusCode()).isEqualTo(403);
    assertThat(program.call("POST", path, writer, body).body())
        .contains("\"via\":\"TENANT\"", "\"due\":[]");
    String before = CLOCK.instant().minusSeconds(60).toString();
    assertThat(program.call("GET", path + "?on=" + before, reader, "").body())
        .contains("\"accepted\":[]");
    assertThat(
            program
                .call("POST", path, writer, "{\"documents\":[\"doc_none\"],\"language\":\"en\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select string_agg(a::text, ' ') from document.acceptance a")
                .query(String.class)
                .single())
        .doesNotContain("10.0.0.1");
  }

  @Test
  void remindsOfDuties_andKeepsThatItWasAcknowledged() {
    Subject subject = subject();
    Browser phone = office.browser();
    String page = subject.ownPath() + "/documents";
    assertThat(phone.get(page).body()).contains("Before you edit a face or a voice");
    long version = office.bean(SnapshotSource.class).version();
    assertThat(reminders(subject)).contains("FIRST_USE", "BIOMETRIC", "EXPORT");
    phone.post(page + "/reminders", Map.of("moment", "BIOMETRIC"));
    assertThat(office.bean(SnapshotSource.class).version()).isGreaterThan(version);
    assertThat(reminders(subject))
        .contains("FIRST_USE", "EXPORT", page)
        .doesNotContain("BIOMETRIC");
    Reminders reminders = office.bean(Reminders.class);
    assertThat(reminders.of(subject.id()).getFirst().moment()).isEqualTo(Reminder.Moment.BIOMETRIC);
    assertThat(reminders.open(subject.id()))
        .containsExactly(Reminder.Moment.FIRST_USE, Reminder.Moment.EXPORT);
    assertThat(phone.post(page + "/reminders", Map.of("moment", "NONSENSE")).statusCode())
        .isEqualTo(400);
    assertThat(office.actTypes()).contains("document.reminded");
  }

  /** What the gateway knows that the subject has not acknowledged. */
  private static String reminders(Subject subject) {
    return String.valueOf(
        office.bean(SnapshotSource.class).read().reminding().open().get(subject.id()));
  }

  @Test
  void theInterfaceDoesTheSame() {
    String token = author.token();
    Browser program = office.browser();
    String body =
        "{\"kind\":\"PLATFORM_COVENANT\",\"acceptance\":true,\"wording\":{\"title_zh\":\"z\","
            + "\"title_en\":\"e\",\"text_zh\":\"zz\",\"text_en\":\"ee\"}}";
    HttpResponse<String> made = program.call("POST", "/api/v1/documents", token, body);
    assertThat(made.statusCode()).isEqualTo(201);
    String id = made.body().replaceAll(".*\"id\":\"(doc_[^\"]+)\".*", "$1");
    assertThat(program.call("POST", "/api/v1/documents", token, body).statusCode()).isEqualTo(409);
    String path = "/api/v1/documents/" + id;
    assertThat(program.call("POST", path + "/publish", token, "").statusCode()).isEqualTo(409);
    String revision =
        "{\"acceptance\":false,\"wording\":{\"title_zh\":\"z\",\"title_en\":\"e\",\"text_zh\":\"yy\","
            + "\"text_en\":\"revised by a program\"}}";
    assertThat(program.call("PUT", path, token, revision).body())
        .contains("revised by a program", "\"acceptance\":false");
    assertThat(program.call("POST", path + "/submit", token, "{\"reason\":\"first\"}").body())
        .contains("\"state\":\"OPEN\"");
    assertThat(program.call("GET", path, token, "").body()).contains("\"state\":\"DRAFT\"");
    decide(second, office.bean(Approvals.class).about(DocumentApproval.KIND, id).getFirst().id());
    assertThat(program.call("POST", path + "/publish", token, "").body())
        .contains("\"state\":\"PUBLISHED\"");
    assertThat(office.browser().get("/documents/platform-covenant").body())
        .contains("revised by a program");
  }

  @Test
  void programsTellThatSomebodyWasReminded() {
    String path = "/api/v1/subjects/" + subject().id() + "/reminders";
    String security = office.browserOf("reminder", SECURITY_ADMIN).token();
    String seen = "{\"moment\":\"EXPORT\",\"language\":\"zh\"}";
    assertThat(office.browser().call("POST", path, security, seen).body())
        .contains("\"moment\":\"EXPORT\"");
    assertThat(office.browser().call("GET", path, author.token(), "").body())
        .contains("\"moment\":\"EXPORT\"")
        .doesNotContain("FIRST_USE");
  }

  private static Map<String, String> wording(String text, boolean acceptance) {
    return Map.of(
        "titleZh",
        "\u6807\u9898",
        "titleEn",
        "A title",
        "textZh",
        text,
        "textEn",
        text,
        "acceptance",
        String.valueOf(acceptance));
  }

  private static Map<String, String> withKind(String kind, boolean acceptance) {
    Map<String, String> form = new HashMap<>(wording("a notice", acceptance));
    form.put("kind", kind);
    return form;
  }

  private static String draft(String kind, String text) {
    Map<String, String> form = new HashMap<>(wording(text, true));
    form.put("kind", kind);
    return author
        .submit("/papers/new?kind=" + kind, "/papers", form)
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replace("/papers/", "");
  }

  private static String submit(String id) {
    author.submit("/papers/" + id, "/papers/" + id + "/submit", Map.of("reason", "a new text"));
    return office.bean(Approvals.class).about(DocumentApproval.KIND, id).getFirst().id();
  }

  private static HttpResponse<String> decide(Browser browser, String proposal) {
    return browser.submit("/approvals", "/approvals/" + proposal + "/approve", Map.of());
  }

  private static HttpResponse<String> publish(Browser browser, String id) {
    return browser.submit("/approvals", "/papers/" + id + "/publish", Map.of());
  }

  private static String published(String kind, String text) {
    String id = draft(kind, text);
    decide(second, submit(id));
    publish(author, id);
    assertThat(document(id).state()).isEqualTo(State.PUBLISHED);
    return id;
  }

  private static PublicDocument document(String id) {
    return documents.find(id).orElseThrow();
  }

  private static Subject subject() {
    SubjectService subjects = office.bean(SubjectService.class);
    Subject subject =
        subjects.register(tenant, "s" + COUNT.incrementAndGet(), "system").orElseThrow();
    office.bean(KeyService.class).issue(subject.id(), "k", "system");
    return subjects.move(subject.id(), SubjectState.VERIFIED, "", "system").orElseThrow();
  }

  private static Standing standing(Subject subject) {
    return office.bean(SnapshotSource.class).read().standing(subject.id()).orElseThrow();
  }
}
