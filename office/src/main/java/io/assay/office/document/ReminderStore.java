package io.assay.office.document;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReminderStore {
  private static final RowMapper<Reminder> ROW = new SimplePropertyRowMapper<>(Reminder.class);

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Reminder reminder) {
    jdbc.sql(
            "insert into document.reminder (subject, moment, at, language, sha256, recorded_by)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            reminder.subject(),
            reminder.moment().name(),
            reminder.at().atOffset(ZoneOffset.UTC),
            reminder.language(),
            reminder.sha256(),
            reminder.recordedBy())
        .update();
  }

  List<Reminder> of(String subject) {
    return jdbc.sql(
            "select subject, moment, at, language, sha256, recorded_by from document.reminder"
                + " where subject = ? order by at desc, id desc")
        .param(subject)
        .query(ROW)
        .list();
  }
}
