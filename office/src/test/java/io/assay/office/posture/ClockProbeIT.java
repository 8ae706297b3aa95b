package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of the record against time servers, one of which may lie or be silent. */
class ClockProbeIT {
  private TestOffice office;

  @BeforeEach
  void start() {
    office = TestOffice.start();
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void theMedianOfTheServersDecides() {
    try (TimeServer one = TimeServer.ahead(Duration.ZERO);
        TimeServer two = TimeServer.ahead(Duration.ofMillis(50));
        TimeServer liar = TimeServer.ahead(Duration.ofDays(1))) {
      assertThat(control()).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

      probe(one, two, liar).probe();
      assertThat(control()).isEqualTo(Status.PASS);
      assertThat(entries()).contains("PASS");

      probe(liar).probe();
      assertThat(control()).isEqualTo(Status.FAIL);
    }
  }

  @Test
  void silence_takesAwayWhatPassed_andLeavesWhatFailed() {
    try (TimeServer right = TimeServer.ahead(Duration.ZERO);
        TimeServer wrong = TimeServer.ahead(Duration.ofSeconds(-30))) {
      TimeServer gone = TimeServer.ahead(Duration.ZERO);
      gone.close();
      probe(right).probe();
      assertThat(control()).isEqualTo(Status.PASS);

      probe(right, gone).probe();
      assertThat(control()).isEqualTo(Status.INSUFFICIENT_EVIDENCE);

      probe(right).probe();
      assertThat(control()).isEqualTo(Status.PASS);

      probe(wrong).probe();
      probe(gone).probe();
      assertThat(control()).isEqualTo(Status.FAIL);
    }
  }

  @Test
  void withoutServers_nothingIsMeasured() {
    probe().probe();
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select count(*) from posture.probe")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void everyProbeOfTheRecordAndTheClock_getsAFaultOnceAWeek() {
    Posture posture = office.bean(Posture.class);
    posture.recompute();
    office.ledger().publish();
    try (TimeServer server = TimeServer.ahead(Duration.ZERO)) {
      faults(server).inject();
      faults(server).inject();
    }
    assertThat(tests())
        .containsExactlyInAnyOrder("SELF_TEST_RESULT", "SELF_TEST_TREE", "SELF_TEST_CLOCK");
    assertThat(office.acts().stream().filter(it -> it.type().equals("canary.tested")))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it.facts()).containsEntry("found", true));
    posture.recompute();
    assertThat(posture.status("CX-3")).contains(Status.PASS);
  }

  @Test
  void aProbeThatOverlooksItsFault_fails_andOneThatMeasuredNothingStaysDue() {
    Posture posture = office.bean(Posture.class);
    TimeServer gone = TimeServer.ahead(Duration.ZERO);
    gone.close();
    faults(gone).inject();
    assertThat(tests()).doesNotContain("SELF_TEST_CLOCK");

    try (TimeServer wrong = TimeServer.ahead(Duration.ofSeconds(5))) {
      faults(wrong).inject();
    }
    posture.recompute();
    assertThat(tests()).contains("SELF_TEST_CLOCK");
    assertThat(posture.status("CX-3")).contains(Status.FAIL);
  }

  private GuardFaults faults(TimeServer server) {
    return new GuardFaults(
        office.bean(SelfTest.class),
        office.bean(LedgerProbe.class),
        office.bean(ResultLog.class),
        office.bean(PostureStore.class),
        probe(server),
        Clock.systemUTC());
  }

  private List<String> tests() {
    return office
        .bean(JdbcClient.class)
        .sql("select kind from posture.probe where kind like 'SELF%'")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private ClockProbe probe(TimeServer... servers) {
    List<String> addresses = Stream.of(servers).map(TimeServer::address).toList();
    TimeServers asked = new TimeServers(addresses, Duration.ofSeconds(2));
    return new ClockProbe(
        new Sntp(),
        new StaticListableBeanFactory(Map.of("servers", asked)).getBeanProvider(TimeServers.class),
        office.bean(PostureStore.class),
        Clock.systemUTC());
  }

  private Status control() {
    Posture posture = office.bean(Posture.class);
    posture.recompute();
    return posture.status("CX-2").orElseThrow();
  }

  private List<String> entries() {
    office.ledger().publish();
    return office.bean(PostureStore.class).history("CX-2", Clock.systemUTC().instant(), 10).stream()
        .filter(it -> office.bean(ResultLog.class).wrong(it).isEmpty())
        .map(it -> it.status().name())
        .toList();
  }
}
