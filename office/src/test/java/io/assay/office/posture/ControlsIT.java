package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.Sha256;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.management.ManagementSystem;
import io.assay.office.management.ManagementSystems;
import io.assay.office.management.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows make of a control, each in a time of its own. */
class ControlsIT {
  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
  private static final TestClock CLOCK = new TestClock(START.toString());
  private static TestOffice office;
  private static PostureStore store;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    store = office.bean(PostureStore.class);
    sql("insert into tenant.tenant values ('tnt', 'A tenant', ?)", START);
    subject("sub_doc");
    subject("sub_bad");
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void systems_lackEvidenceBeforeAnyService_failOnPaper_andPassWithLiveControlAndDrill() {
    assertThat(status("C07-5", START)).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    edition("mgt_1", "USER_REGISTRATION", START.plusSeconds(1), "{C09-1}");
    assertThat(status("C07-5", START.plusSeconds(10))).isEqualTo(Status.FAIL);
    assertThat(note("C07-5", START.plusSeconds(10))).isEqualTo("MISSING");

    Instant written = START.plusSeconds(100);
    edition("mgt_2", "DATA_SECURITY", written, "{C77-7}");
    assertThat(note("C07-5", written.plusSeconds(10))).isEqualTo("PAPER_ONLY");

    result("C77-7", written.plusSeconds(20), "FAIL");
    assertThat(note("C07-5", written.plusSeconds(30))).isEqualTo("FAILING");

    result("C77-7", written.plusSeconds(40), "PASS");
    assertThat(note("C07-5", written.plusSeconds(50))).isEqualTo("DRILL_OVERDUE");

    sql(
        "insert into management.drill values ('drl', 'DATA_SECURITY', '2026-11-01', 'f', 's', ?)",
        written.plusSeconds(60));
    assertThat(status("C07-5", written.plusSeconds(70))).isEqualTo(Status.PASS);
    assertThat(status("C07-5", written.plusSeconds(10))).isEqualTo(Status.FAIL);
    assertThat(note("C07-5", written.plus(Duration.ofDays(350)))).isEqualTo("REVIEW_OVERDUE");
  }

  @Test
  void theControlOfASystem_saysWhatItsPageSays() {
    for (ManagementSystem system : ManagementSystem.values()) {
      SystemStatus page = office.bean(ManagementSystems.class).status(system);
      String control = "C07-" + (List.of(ManagementSystem.values()).indexOf(system) + 1);
      List<Item> counted = items(control, Instant.parse("2026-11-21T04:00:00.5Z"));
      assertThat(counted)
          .allSatisfy(it -> assertThat(it.path()).isEqualTo("/systems/" + system.slug()))
          .allSatisfy(it -> assertThat(it.note()).isEqualTo(page.verdict().name()));
    }
  }

  @Test
  void deliveriesToWhoeverAccepted_pass_andOneToWhoeverDidNot_fails() {
    Instant day = START.plus(Duration.ofDays(10));
    delivered("doc-1", "sub_doc", day, "[]");
    assertThat(status("C08-1", day.plusSeconds(1))).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    document("doc_1", 1, day.plusSeconds(10));
    delivered("doc-2", "sub_doc", day.plusSeconds(40), "[]");
    assertThat(status("C08-1", day.plusSeconds(41))).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    accepted("sub_doc", "doc_1", day.plusSeconds(80));
    delivered("doc-3", "sub_doc", day.plusSeconds(90), "[]");
    assertThat(status("C08-1", day.plusSeconds(91))).isEqualTo(Status.PASS);

    delivered("doc-4", "sub_other", day.plusSeconds(95), "[]");
    assertThat(status("C08-1", day.plusSeconds(96))).isEqualTo(Status.FAIL);
    assertThat(bad("C08-1", day.plusSeconds(96))).containsExactly("doc-4");
  }

  @Test
  void aDisposal_isReportedInTimeOrNotAtAllForAReason() {
    Instant day = START.plus(Duration.ofDays(20));
    assertThat(status("C10-5", day)).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    disposal("dsp_told", day, day.plus(Duration.ofHours(24)));
    sql(
        "insert into authority.report (id, about, authority, title, body, state, drafted_by,"
            + " drafted_at, sent_at) values ('rep', 'dsp_told', 'aut_cac', 't', 'b', 'SENT', 's',"
            + " ?, ?)",
        day,
        day.plus(Duration.ofHours(3)));
    assertThat(status("C10-5", day.plus(Duration.ofDays(2)))).isEqualTo(Status.PASS);

    disposal("dsp_reasoned", day.plusSeconds(1), day.plus(Duration.ofHours(24)));
    sql(
        "update disposal.case set no_report = 'not unlawful', reported_at = ? where id ="
            + " 'dsp_reasoned'",
        day.plus(Duration.ofHours(4)));
    assertThat(status("C10-5", day.plus(Duration.ofDays(2)))).isEqualTo(Status.PASS);

    disposal("dsp_late", day.plusSeconds(2), day.plus(Duration.ofHours(24)));
    assertThat(status("C10-5", day.plus(Duration.ofHours(5)))).isEqualTo(Status.PASS);
    assertThat(status("C10-5", day.plus(Duration.ofHours(20)))).isEqualTo(Status.DUE_SOON);
    assertThat(bad("C10-5", day.plus(Duration.ofDays(2)))).containsExactly("dsp_late");
  }

  @Test
  void whoeverPutInThreeBadThingsInARow_isStoppedWithinAMinute() {
    Instant day = START.plus(Duration.ofDays(30));
    input("in-1", day, true);
    input("in-2", day.plusSeconds(10), true);
    input("in-good", day.plusSeconds(15), false);
    input("in-3", day.plusSeconds(20), true);
    input("in-4", day.plusSeconds(30), true);
    assertThat(status("C10-6", day.plusSeconds(200))).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    input("in-5", day.plusSeconds(300), true);
    stopped("san_1", day.plusSeconds(302));
    assertThat(status("C10-6", day.plusSeconds(400))).isEqualTo(Status.PASS);

    Instant next = day.plus(Duration.ofDays(5));
    for (int i = 0; i < 3; i++) {
      input("free-" + i, next.plusSeconds(i), true);
    }
    stopped("san_2", next.plusSeconds(100));
    assertThat(status("C10-6", next.plusSeconds(30))).isEqualTo(Status.PASS);
    assertThat(bad("C10-6", next.plusSeconds(200))).containsExactly("free-2");

    sql(
        "insert into intake.false_positive values ('free-1', 'cas', 'was harmless', 's', ?)",
        next.plusSeconds(300));
    assertThat(status("C10-6", next.plusSeconds(400))).isEqualTo(Status.PASS);
    assertThat(status("C10-6", next.plusSeconds(200))).isEqualTo(Status.FAIL);
  }

  @Test
  void aCase_isClosedOnlyWhenThePersonKnows() {
    Instant day = START.plus(Duration.ofDays(40));
    intake("cas_new", "RECEIVED", day, null, null, null);
    assertThat(status("C12-3", day.plusSeconds(9))).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    intake("cas_told", "NOTIFIED", day, day.plusSeconds(10), day.plusSeconds(20), null);
    assertThat(status("C12-3", day.plusSeconds(30))).isEqualTo(Status.PASS);
    assertThat(status("C12-3", day.plusSeconds(15))).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    intake("cas_shut", "CLOSED", day, day.plusSeconds(10), null, day.plusSeconds(40));
    intake("cas_lost", "DECIDED", day, day.plusSeconds(50), null, null);
    sql(
        "insert into notice.outbox (id, key, channel, target, kind, about, path, facts, urgent,"
            + " state, created_at, next_at) values ('n', 'cas_lost/result', 'MAIL', 't',"
            + " 'intake.result', 'cas_lost', '/', '[]', false, 'FAILED', ?, ?)",
        day,
        day);
    assertThat(bad("C12-3", day.plusSeconds(45))).containsExactly("cas_shut");
    assertThat(bad("C12-3", day.plusSeconds(60))).containsExactlyInAnyOrder("cas_shut", "cas_lost");
  }

  @Test
  void labelsThatAreTooSmallOrTooShort_fail() {
    Instant day = START.plus(Duration.ofDays(50));
    assertThat(status("C17-2", day)).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

    delivered("pic-1", "sub_other", day, label("picture-text", "ink 52.0 of 1024.0 (5.08 %)"));
    delivered(
        "mov-1",
        "sub_other",
        day,
        label("video-text", "(5.10 %), 1 frame(s) from PT0S for PT2.5S"));
    assertThat(status("C17-2", day.plusSeconds(1))).isEqualTo(Status.PASS);

    delivered("pic-2", "sub_other", day, label("picture-text", "ink 51.0 of 1024.0 (4.98 %)"));
    delivered(
        "mov-2",
        "sub_other",
        day,
        label("video-text", "(5.10 %), 1 frame(s) from PT0S for PT1.9S"));
    assertThat(bad("C17-2", day.plusSeconds(1))).containsExactlyInAnyOrder("pic-2 1", "mov-2 1");
  }

  @Test
  void aFeatureInForceWithoutASecondPerson_fails() {
    assertThat(status("C10-2", START)).isEqualTo(Status.INSUFFICIENT_EVIDENCE);
    assertThat(status("C10-2", START.plus(Duration.ofDays(1)))).isEqualTo(Status.FAIL);

    sql(
        "update pool.feature set approver = 'staff:two', definition = (definition::jsonb ||"
            + " '{\"standard\": \"s\", \"evidence\": \"because of this\"}')::text");
    sql(
        "insert into pool.replay select 'rep_' || id, id, ?, 's', 1, '{}', 0, 0 from pool.feature",
        START);
    assertThat(status("C10-2", START.plus(Duration.ofDays(1)))).isEqualTo(Status.PASS);
  }

  private static Status status(String id, Instant asOf) {
    Control control = Controls.find(id).orElseThrow();
    return control.status(store.count(control, asOf.minus(control.window()), asOf), asOf);
  }

  private static List<Item> items(String id, Instant asOf) {
    Control control = Controls.find(id).orElseThrow();
    return store.items(control, asOf.minus(control.window()), asOf, false, 100);
  }

  private static List<String> bad(String id, Instant asOf) {
    return items(id, asOf).stream().filter(Item::bad).map(Item::id).toList();
  }

  private static String note(String id, Instant asOf) {
    return items(id, asOf).getFirst().note();
  }

  private static void subject(String id) {
    sql(
        "insert into subject.subject (id, tenant, reference, state, verification_token, created_at,"
            + " changed_at) values (?, 'tnt', ?, 'VERIFIED', ?, ?, ?)",
        id,
        id,
        id,
        START,
        START);
  }

  private static void edition(String id, String system, Instant at, String controls) {
    sql(
        "insert into management.edition (id, system, version, title, body, owner, effective,"
            + " next_review, controls, sha256, author, created_at, approver, approved_at)"
            + " values (?, ?, 1, 't', 'b', 'o', '2026-11-01', '2027-10-31', ?::text[], ?, 'one',"
            + " ?, 'two', ?)",
        id,
        system,
        controls,
        Sha256.of(id),
        at,
        at);
  }

  private static void result(String control, Instant at, String status) {
    sql(
        "insert into posture.result (control, as_of, window_from, num, den, soon, status,"
            + " query_sha256, previous, ledger_shard, ledger_index)"
            + " values (?, ?, ?, 0, 1, 0, ?, '', -1, 'elsewhere', 0)",
        control,
        at,
        at,
        status);
  }

  private static void delivered(String id, String subject, Instant at, String labels) {
    sql(
        "insert into exchange.exchange (id, received_at, closed_at, tenant, key, subject, endpoint,"
            + " capability, model, outcome, shard, closed_entry)"
            + " values (?, ?, ?, 'tnt', 'key', ?, '/v1', 'image', 'm', 'DELIVERED', 's', ?)",
        id,
        at,
        at,
        subject,
        "{\"body\": {\"labels\": " + labels + "}}");
  }

  private static String label(String method, String evidence) {
    return "[{\"kind\": \"EXPLICIT\", \"method\": \"%s\", \"evidence\": \"%s\"}]"
        .formatted(method, evidence);
  }

  private static void document(String id, int version, Instant at) {
    sql(
        "insert into document.document (id, kind, version, state, title_zh, title_en, text_zh,"
            + " text_en, sha256, acceptance, author, created_at, approver, approved_at,"
            + " published_at) values (?, 'SERVICE_AGREEMENT', ?, 'PUBLISHED', 't', 't', 't', 't',"
            + " ?, true, 'one', ?, 'two', ?, ?)",
        id,
        version,
        Sha256.of(id),
        at,
        at,
        at);
  }

  private static void accepted(String subject, String document, Instant at) {
    sql(
        "insert into document.acceptance values (?, ?, ?, 'TENANT', 'en', '', '', 's')",
        subject,
        document,
        at);
  }

  private static void disposal(String id, Instant opened, Instant due) {
    sql(
        "insert into disposal.case (id, state, severity, facts, category, exchanges, opened_by,"
            + " opened_at) values (?, 'OPEN', 'ORDINARY', 'f', 'A.1.1', '{}', 's', ?)",
        id,
        opened);
    sql(
        "insert into deadline.deadline (id, rule, about, path, reminded, start_at, value, unit,"
            + " basis, source, soft_at, hard_at, due_at, state, provisional, calendar_version)"
            + " values (?, 'authority.report', ?, '/', 'REPORT_READ', ?, 24, 'HOUR', 'POLICY', 's',"
            + " ?, ?, ?, 'RUNNING', false, '1')",
        "ddl_" + id,
        id,
        opened,
        due.minus(Duration.ofHours(5)),
        due.minus(Duration.ofHours(2)),
        due);
  }

  private static void input(String exchange, Instant at, boolean bad) {
    sql("insert into sanction.input values (?, 'sub_bad', ?, ?)", exchange, at, bad);
  }

  private static void stopped(String id, Instant at) {
    sql(
        "insert into sanction.sanction (id, subject, level, capabilities, facts, ground, clause,"
            + " source, automated_detection, automation, start_at, end_at, state, exchanges,"
            + " proposed_by) values (?, 'sub_bad', 'SUSPEND', '{}', 'f', 'AGAINST_RULES', 'c',"
            + " 'OWN_REVIEW', true, 'FULLY', ?, ?, 'ACTIVE', '{}', 'system')",
        id,
        at,
        at.plus(Duration.ofDays(1)));
  }

  private static void intake(
      String id,
      String state,
      Instant received,
      @Nullable Instant decided,
      @Nullable Instant told,
      @Nullable Instant closed) {
    sql(
        "insert into intake.case (id, door, code_hmac, state, about, topic, language, received_at,"
            + " decided_at, notified_at, closed_at)"
            + " values (?, 'REPORT', ?, ?, '', 'other', 'en', ?, ?, ?, ?)",
        id,
        id,
        state,
        received,
        decided,
        told,
        closed);
  }

  private static void sql(String statement, @Nullable Object... values) {
    JdbcClient.StatementSpec spec = office.bean(JdbcClient.class).sql(statement);
    for (@Nullable Object value : values) {
      spec.param(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    }
    spec.update();
  }
}
