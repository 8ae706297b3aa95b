package io.assay.office.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.web.Site;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

  @ParameterizedTest
  @CsvSource({
    "22:00,07:00,2026-11-21T21:59,2026-11-21T21:59",
    "22:00,07:00,2026-11-21T22:00,2026-11-22T07:00",
    "22:00,07:00,2026-11-22T06:59,2026-11-22T07:00",
    "22:00,07:00,2026-11-22T07:00,2026-11-22T07:00",
    "12:00,14:00,2026-11-22T13:00,2026-11-22T14:00",
    "12:00,14:00,2026-11-22T15:00,2026-11-22T15:00",
    "00:00,00:00,2026-11-22T03:00,2026-11-22T03:00"
  })
  void mailWaitsUntilTheQuietHoursEnd(
      LocalTime from, LocalTime to, LocalDateTime moment, LocalDateTime sent) {
    Quiet quiet = new Quiet(new QuietHours(from, to));
    assertThat(quiet.after(moment.atZone(Site.ZONE).toInstant()))
        .isEqualTo(sent.atZone(Site.ZONE).toInstant());
  }
}
