package io.assay.office.notice;

import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.web.Site;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Hours in which mail waits. From and to may lie on two days; equal ones mean no quiet hours. */
record Quiet(QuietHours hours) {

  /** The moment itself, or the end of the quiet hours it lies in. */
  Instant after(Instant moment) {
    ZonedDateTime local = moment.atZone(Site.ZONE);
    LocalTime time = local.toLocalTime();
    LocalTime from = hours.from();
    LocalTime to = hours.to();
    boolean overnight = from.isAfter(to);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(to);
    if (overnight ? !(late || early) : !(late && early)) {
      return moment;
    }
    ZonedDateTime end = local.with(to);
    return (overnight && late ? end.plusDays(1) : end).toInstant();
  }
}
