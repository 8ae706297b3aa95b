package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.journal.Act;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was delivered is looked at again where it is kept. */
class LabelRecheckIT {
  private final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private TestOffice office;
  private Posture posture;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    posture = office.bean(Posture.class);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void keptWithItsLabel_passes_andKeptWithoutIt_fails_andTheLedgerTells() {
    recheck();
    assertThat(posture.status("C16-2")).contains(Status.INSUFFICIENT_EVIDENCE);
    assertThat(office.actTypes()).doesNotContain("label.rechecked");

    DeliveredFile.of(office, "whole", Color.RED, clock.instant());
    recheck();
    assertThat(posture.status("C16-2")).contains(Status.PASS);

    DeliveredFile.swapped(office, "swapped", Color.BLUE, clock.instant());
    recheck();
    assertThat(posture.status("C16-2")).contains(Status.FAIL);
    assertThat(acts("label.rechecked").facts()).containsEntry("unsound", "swapped");
    assertThat(acts("content.computed").facts()).containsEntry("purpose", "label.recheck");
    Control control = posture.control("C16-2").orElseThrow();
    assertThat(posture.items(control, posture.history("C16-2", clock.instant()).getFirst(), true))
        .extracting(Item::id, Item::path)
        .containsExactly(tuple("swapped", "/exchanges/swapped"));
  }

  @Test
  void everyFileOfADelivery_isLookedAtByItself_andOnce() {
    DeliveredFile.several(
        office, "three", List.of(Color.RED, Color.GREEN, Color.BLUE), clock.instant());
    recheck();
    assertThat(posture.status("C16-2")).contains(Status.FAIL);
    assertThat(acts("label.rechecked").facts())
        .containsEntry("files", 3)
        .containsEntry("unsound", "three-3");
    Control control = posture.control("C16-2").orElseThrow();
    ControlResult result = posture.history("C16-2", clock.instant()).getFirst();
    assertThat(posture.items(control, result, false))
        .extracting(Item::id, Item::path, Item::bad)
        .containsExactlyInAnyOrder(
            tuple("three-1", "/exchanges/three", false),
            tuple("three-2", "/exchanges/three", false),
            tuple("three-3", "/exchanges/three", true));

    recheck();
    assertThat(office.actTypes().stream().filter("label.rechecked"::equals)).hasSize(1);
  }

  @Test
  void noFileIsLookedAtTwice() {
    DeliveredFile.of(office, "once", Color.RED, clock.instant());
    recheck();
    recheck();
    assertThat(office.actTypes().stream().filter("label.rechecked"::equals)).hasSize(1);
    assertThat(
            office
                .bean(JdbcClient.class)
                .sql("select count(*) from posture.recheck")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private void recheck() {
    clock.advance(Duration.ofMinutes(5));
    office.bean(LabelRecheck.class).recheck();
    clock.advance(Duration.ofSeconds(1));
    posture.recompute();
  }

  private Act acts(String type) {
    return office.acts().stream()
        .filter(it -> it.type().equals(type))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
