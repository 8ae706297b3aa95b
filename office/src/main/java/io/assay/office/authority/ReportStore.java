package io.assay.office.authority;

import io.assay.office.Cursor;
import io.assay.office.authority.Report.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReportStore {
  private static final RowMapper<Report> ROW = new SimplePropertyRowMapper<>(Report.class);
  private static final String SELECT =
      "select id, about, authority, recipient, title, body, state, supplements, drafted_by,"
          + " drafted_at, approved_by, sent_at, pdf_sha256, receipt, transfer, acknowledged_at from authority.report ";

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Report it) {
    jdbc.sql(
            "insert into authority.report (id, about, authority, title, body, state, supplements,"
                + " drafted_by, drafted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.id())
        .param(it.about())
        .param(it.authority())
        .param(it.title())
        .param(it.body())
        .param(it.state().name())
        .param(it.supplements())
        .param(it.draftedBy())
        .param(it.draftedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Report> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  Optional<Report> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(ROW).optional();
  }

  List<Report> about(String about) {
    return jdbc.sql(SELECT + "where about = ? order by drafted_at, id")
        .param(about)
        .query(ROW)
        .list();
  }

  /** The newest, after a cursor. */
  List<Report> list(Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            SELECT + "where (drafted_at, id) < (?, ?) order by drafted_at desc, id desc limit ?")
        .params(from.at().atOffset(ZoneOffset.UTC), from.id(), limit)
        .query(ROW)
        .list();
  }

  void write(String id, String authority, String title, String body) {
    jdbc.sql("update authority.report set authority = ?, title = ?, body = ? where id = ?")
        .params(authority, title, body, id)
        .update();
  }

  void approve(String id, String by, String recipient) {
    jdbc.sql(
            "update authority.report set state = 'APPROVED', approved_by = ?, recipient = ?"
                + " where id = ?")
        .params(by, recipient, id)
        .update();
  }

  void sent(String id, Instant at, String pdfSha256, String receipt, String transfer) {
    jdbc.sql(
            "update authority.report set state = 'SENT', sent_at = ?, pdf_sha256 = ?, receipt = ?,"
                + " transfer = ? where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), pdfSha256, receipt, transfer, id)
        .update();
  }

  void acknowledge(String id, String receipt, Instant at) {
    jdbc.sql(
            "update authority.report set state = 'ACKED', receipt = ?, acknowledged_at = ?"
                + " where id = ?")
        .params(receipt, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void turn(String id, State state) {
    jdbc.sql("update authority.report set state = ? where id = ?")
        .params(state.name(), id)
        .update();
  }
}
