package io.assay.office.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Year files that were added here, each with its signature. */
@Component
class CalendarStore {
  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SignedYear> all() {
    return jdbc.sql("select file, signature from calendar.year order by year, added_at")
        .query((row, number) -> new SignedYear(row.getString(1), row.getString(2)))
        .list();
  }

  void put(Year year, SignedYear signed, String by, Instant at) {
    jdbc.sql(
            "insert into calendar.year (year, version, file, signature, added_by, added_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            year.year(),
            year.version(),
            signed.file(),
            signed.signature(),
            by,
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean has(int year, String version) {
    return jdbc.sql("select exists (select from calendar.year where year = ? and version = ?)")
        .params(year, version)
        .query(Boolean.class)
        .single();
  }

  long count() {
    return jdbc.sql("select count(*) from calendar.year").query(Long.class).single();
  }
}
