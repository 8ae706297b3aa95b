package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.document.DocumentKind;
import io.assay.office.document.Wording;
import io.assay.office.exchange.ExchangeFilter;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.ExchangeSummary;
import io.assay.office.exchange.Projection;
import io.assay.office.intake.Door;
import io.assay.office.key.IssuedKey;
import io.assay.office.key.KeyService;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries stay few, disturb nobody's numbers, and read what the public reads. */
class CanariesIT {
  private static final TestClock CLOCK = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private static CanaryKeys keys;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    keys = office.bean(CanaryKeys.class);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void theKeyOfTheUnverified_isUsedAgainUntilItIsRevokedOrOld() {
    IssuedKey first = keys.unverified(Optional.empty());
    assertThat(keys.unverified(Optional.of(first))).isEqualTo(first);

    office.bean(KeyService.class).revoke(first.key().id(), "staff:one");
    IssuedKey second = keys.unverified(Optional.of(first));
    assertThat(second.key().id()).isNotEqualTo(first.key().id());
    assertThat(second.key().subject()).isEqualTo(first.key().subject());

    CLOCK.advance(Duration.ofDays(2));
    IssuedKey third = keys.unverified(Optional.of(second));
    assertThat(third.key().subject()).isEqualTo(first.key().subject());
    assertThat(office.bean(KeyService.class).find(second.key().id()).orElseThrow().inForce())
        .isFalse();
  }

  @Test
  void aVerifiedSubject_restsForTheDayBeforeTheRuleWouldStopIt() {
    String first = keys.verified().key().subject();
    assertThat(keys.verified().key().subject()).isEqualTo(first);

    for (int i = 0; i < 3; i++) {
      bad(first, "bad-" + i);
    }
    String other = keys.verified().key().subject();
    assertThat(other).isNotEqualTo(first);

    CLOCK.advance(Duration.ofDays(1));
    assertThat(keys.verified().key().subject()).isIn(first, other);
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql(
                    "select count(*) from subject.subject s join posture.canary c"
                        + " on c.tenant = s.tenant where s.state = 'VERIFIED'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void whatCanariesDo_isInNoTotalAndNoList_unlessAskedFor() {
    IssuedKey canary = keys.verified();
    String tenant =
        office
            .bean(JdbcClient.class)
            .sql("select tenant from posture.canary")
            .query(String.class)
            .single();
    blocked("own", new Origin(tenant, "key", canary.key().subject(), "/v1/chat", "chat", "m"));
    blocked("users", new Origin("tnt", "key", "sub", "/v1/chat", "chat", "m"));
    office.ledger().publish();
    office.bean(Projection.class).catchUp();

    ExchangeIndex index = office.bean(ExchangeIndex.class);
    assertThat(index.totals(Duration.ofMinutes(5)).all()).isEqualTo(1);
    assertThat(index.canaries(Duration.ofMinutes(5))).isEqualTo(1);
    assertThat(ids(index, ExchangeFilter.everything())).containsExactly("users");
    assertThat(ids(index, ExchangeFilter.ofSubject(canary.key().subject()))).containsExactly("own");
    assertThat(
            office
                .browserOf("auditor", io.assay.office.staff.Role.AUDIT_ADMIN)
                .get("/exchanges?canaries=true")
                .body())
        .contains("own", "users");
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select exchange from pool.hit where feature = 'some-feature'")
                .query(String.class)
                .list())
        .containsExactly("users");
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select exchange from sanction.input where exchange in ('own', 'users')")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("own", "users");
  }

  @Test
  void documents_areReadAsThePublicReadsThem() {
    DisclosureProbe probe = office.bean(DisclosureProbe.class);
    assertThat(read(probe).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);

    Wording wording =
        new Wording("规则", "Rules", "# 一\n\n不得 <作恶>。", "# One\n\nDo *no* <evil> & be kind.");
    publish(wording);
    assertThat(read(probe).detail().code()).endsWith("NOT_AS_APPROVED");

    sql(
        "insert into approval.proposal (id, kind, about, facts, reason, proposed_by, proposed_at,"
            + " expires_at, state, decided_by, decided_at) values ('apr', 'document.approval',"
            + " 'doc_rules', jsonb_build_object('sha256', ?), 'r', 'one', now(), now(), 'APPROVED',"
            + " 'two', now())",
        wording.sha256());
    assertThat(read(probe).detail().code()).endsWith("WORDS_THERE");
    assertThat(read(probe).verdict()).isEqualTo(Verdict.AS_WANTED);

    sql("update document.document set text_en = 'Do evil.' where id = 'doc_rules'");
    assertThat(read(probe).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
  }

  @Test
  void limitsThatThePublicSees_areThoseInForce() {
    PromiseProbe probe = office.bean(PromiseProbe.class);
    for (Door door : Door.values()) {
      Attempt.Outcome seen = probe.read(door, path -> office.address() + path);
      assertThat(seen.verdict()).as("%s", seen.detail()).isEqualTo(Verdict.AS_WANTED);
      assertThat(probe.readWrongly(door, path -> office.address() + path).verdict())
          .isEqualTo(Verdict.NOT_AS_WANTED);
      assertThat(probe.read(door, path -> office.address() + "/documents").verdict())
          .isEqualTo(Verdict.NOT_AS_WANTED);
    }
    Attempt attempt = office.bean(Attempt.class);
    assertThat(attempt.openForm(office.address() + "/appeal").verdict())
        .isEqualTo(Verdict.AS_WANTED);
    assertThat(attempt.openForm(office.address() + "/process").verdict())
        .isEqualTo(Verdict.NOT_AS_WANTED);
  }

  private static Attempt.Outcome read(DisclosureProbe probe) {
    return probe.read(DocumentKind.MANAGEMENT_RULES, path -> office.address() + path);
  }

  private static List<String> ids(ExchangeIndex index, ExchangeFilter filter) {
    return index.list(filter, Optional.empty(), 10).exchanges().stream()
        .map(ExchangeSummary::id)
        .toList();
  }

  private static void bad(String subject, String exchange) {
    sql("insert into sanction.input values (?, ?, ?, true)", exchange, subject, CLOCK.instant());
  }

  private static void publish(Wording wording) {
    sql(
        "insert into document.document (id, kind, version, state, title_zh, title_en, text_zh,"
            + " text_en, sha256, acceptance, author, created_at, published_at)"
            + " values ('doc_rules', 'MANAGEMENT_RULES', 1, 'PUBLISHED', ?, ?, ?, ?, ?, false,"
            + " 'one', now(), now())",
        wording.titleZh(),
        wording.titleEn(),
        wording.textZh(),
        wording.textEn(),
        wording.sha256());
  }

  private static void blocked(String id, Origin origin) {
    FindingRecord finding =
        new FindingRecord("some-feature", 3, "A.1.1", "messages[0].content", 0, 5, "plain", "");
    ExchangeClosed closed =
        new ExchangeClosed(
            id,
            origin,
            false,
            io.assay.gateway.journal.Outcome.BLOCKED_INPUT,
            "content_policy_violation",
            "",
            "pool-1",
            "",
            List.of(
                new StepRecord(
                    Name.INPUT_REVIEW, Decision.BLOCK, "keyword", 0, 1, List.of(finding))),
            List.of(),
            List.of(),
            List.of(),
            Reviewed.NOTHING,
            List.of(),
            "",
            "");
    office
        .ledger()
        .append(Entry.of(ExchangeClosed.TYPE, CLOCK.instant(), closed.body()))
        .await(Acknowledgement.DURABLE);
  }

  private static void sql(String statement, Object... values) {
    JdbcClient.StatementSpec spec = office.bean(JdbcClient.class).sql(statement);
    for (Object value : values) {
      spec.param(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    }
    spec.update();
  }
}
