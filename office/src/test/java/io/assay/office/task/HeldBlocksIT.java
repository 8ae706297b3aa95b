package io.assay.office.task;

import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.posture.Posture;
import io.assay.office.posture.Status;
import io.assay.office.sanction.Inputs;
import io.assay.office.sanction.Sanction;
import io.assay.office.sanction.Sanction.State;
import io.assay.office.sanction.Sanctions;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person blocks after it was held counts towards the automatic suspension. */
class HeldBlocksIT {
  private static final String FEATURE = "starter-a18-fraud-zh-216";
  private static final String WORDING = "\u8BC8\u9A97\u8BDD\u672F\u6A21\u677F";

  private final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private TestOffice office;
  private HeldContent gateway;
  private Browser reviewer;
  private String subject;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    gateway = new HeldContent(office, clock);
    reviewer = office.browserOf("reviewer", REVIEWER);
    SubjectService subjects = office.bean(SubjectService.class);
    String tenant = office.bean(TenantService.class).create("one", "system").orElseThrow().id();
    subject = subjects.register(tenant, "s", "system").orElseThrow().id();
    assertThat(subjects.move(subject, SubjectState.VERIFIED, "", "system")).isPresent();
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void aBlockByAPerson_countsInItsPlace_whenItTakesEffect() {
    put("first", true);
    String held = held("ex_held");
    put("third", true);
    put("fourth", false);
    assertThat(sanctions()).isEmpty();

    decide(held, Ground.ILLEGAL);
    assertThat(sanctions()).as("it can still be taken back").isEmpty();
    settle();
    assertThat(sanctions())
        .singleElement()
        .satisfies(it -> assertThat(it.exchanges()).containsExactly("first", held, "third"));
    assertThat(subject().state()).isEqualTo(SubjectState.SUSPENDED);

    settle();
    assertThat(sanctions()).hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    office.bean(Posture.class).recompute();
    assertThat(office.bean(Posture.class).status("C10-6")).contains(Status.PASS);
  }

  @Test
  void whatIsTakenBackInTime_orReleased_countsNeitherAsBadNorAsGood() {
    put("first", true);
    String held = held("ex_undone");
    decide(held, Ground.ILLEGAL);
    reviewer.submit("/reviews", "/reviews/undo", Map.of());
    settle();
    decide(held, Ground.HARMLESS);
    settle();
    put("second", true);
    assertThat(sanctions()).isEmpty();
    put("third", true);
    assertThat(sanctions())
        .singleElement()
        .satisfies(it -> assertThat(it.exchanges()).containsExactly("first", "second", "third"));
  }

  @Test
  void aReversal_takesTheSuspensionBack_andAnotherOneBringsItBack() {
    String held = suspendedBy("ex_reversed");
    Browser senior = office.browserOf("senior", SENIOR_REVIEWER);
    reverse(senior, held, Ground.CONTEXT);
    assertThat(sanctions()).extracting(Sanction::state).containsExactly(State.OVERTURNED);
    assertThat(subject().state()).isEqualTo(SubjectState.VERIFIED);

    put("fourth", false);
    reverse(office.browserOf("other", SENIOR_REVIEWER), held, Ground.ILLEGAL);
    assertThat(sanctions())
        .as("after a stop the count begins anew, also after one that was overturned")
        .extracting(Sanction::state)
        .containsExactly(State.OVERTURNED);
  }

  @Test
  void anUpheldAppeal_takesTheSuspensionBack() {
    String held = suspendedBy("ex_appealed");
    new TransactionTemplate(office.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            now -> office.bean(HeldAppeals.class).overturn(held, "cas_1", "staff:2"));
    assertThat(sanctions()).extracting(Sanction::state).containsExactly(State.OVERTURNED);
    assertThat(subject().state()).isEqualTo(SubjectState.VERIFIED);
  }

  @Test
  void fiveOnADay_whoeverFoundThem() {
    for (int i = 1; i <= 4; i++) {
      put("bad-" + i, true);
      put("good-" + i, false);
    }
    String held = held("ex_fifth");
    put("good-5", false);
    decide(held, Ground.ILLEGAL);
    settle();
    assertThat(sanctions())
        .singleElement()
        .satisfies(it -> assertThat(it.statement().facts()).contains("5 inputs on 2026-11-21"));
  }

  @Test
  void whatIsDecidedADayLater_isAMatterForPeople() {
    put("first", true);
    put("second", true);
    String held = held("ex_late");
    clock.advance(Duration.ofDays(2));
    decide(held, Ground.ILLEGAL);
    settle();
    assertThat(sanctions()).isEmpty();
  }

  private String suspendedBy(String prefix) {
    put("first", true);
    put("second", true);
    String held = held(prefix);
    decide(held, Ground.ILLEGAL);
    settle();
    assertThat(sanctions()).extracting(Sanction::state).containsExactly(State.ACTIVE);
    return held;
  }

  private void put(String exchange, boolean bad) {
    clock.advance(Duration.ofMinutes(1));
    Inputs.put(office, exchange, subject, clock.instant(), bad);
  }

  private String held(String prefix) {
    clock.advance(Duration.ofMinutes(1));
    String id =
        IntStream.range(0, 1_000)
            .mapToObj(i -> prefix + i)
            .filter(it -> !Policy.chosen(it, (int) Policy.DOUBLE.shipped()))
            .findFirst()
            .orElseThrow();
    gateway.held(id, subject, "m\nuser\n" + WORDING, FEATURE);
    return id;
  }

  private void decide(String id, Ground ground) {
    HttpResponse<String> next = reviewer.get("/reviews/next");
    assertThat(next.headers().firstValue("Location")).contains("/reviews/" + id);
    Map<String, String> form = Map.of("ground", ground.name());
    reviewer.get("/reviews/" + id);
    assertThat(reviewer.submit("/reviews/" + id, "/reviews/" + id + "/decide", form).statusCode())
        .isEqualTo(302);
  }

  private static void reverse(Browser by, String id, Ground ground) {
    Map<String, String> form = Map.of("ground", ground.name(), "reason", "seen again");
    assertThat(by.submit("/reviews/" + id, "/reviews/" + id + "/reverse", form).statusCode())
        .isEqualTo(302);
  }

  private void settle() {
    clock.advance(Duration.ofSeconds(11));
    office.bean(Settlement.class).settle();
  }

  private List<Sanction> sanctions() {
    return office.bean(Sanctions.class).of(subject);
  }

  private Subject subject() {
    return office.bean(SubjectService.class).find(subject).orElseThrow();
  }
}
