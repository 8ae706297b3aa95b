package io.assay.office.disposal;

import io.assay.office.Cursor;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.DisposalCase.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DisposalStore {
  private final JdbcClient jdbc;

  DisposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DisposalCase it) {
    jdbc.sql(
            "insert into disposal.case (id, state, severity, facts, category, exchanges, opened_by,"
                + " opened_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            it.id(),
            it.state().name(),
            it.severity().name(),
            it.facts(),
            it.category(),
            it.exchanges().toArray(String[]::new),
            it.openedBy(),
            utc(it.openedAt()))
        .update();
  }

  Optional<DisposalCase> find(String id) {
    return jdbc.sql("select * from disposal.case where id = ?")
        .param(id)
        .query(DisposalStore::row)
        .optional();
  }

  Optional<DisposalCase> lock(String id) {
    return jdbc.sql("select * from disposal.case where id = ? for update")
        .param(id)
        .query(DisposalStore::row)
        .optional();
  }

  /** The newest, after a cursor. */
  List<DisposalCase> list(Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            "select * from disposal.case where (opened_at, id) < (?, ?)"
                + " order by opened_at desc, id desc limit ?")
        .params(utc(from.at()), from.id(), limit)
        .query(DisposalStore::row)
        .list();
  }

  void move(String id, State state, Instant at) {
    String column =
        switch (state) {
          case OPEN -> "opened_at";
          case CONTAINED -> "contained_at";
          case PRESERVED -> "preserved_at";
          case REPORTED -> "reported_at";
          case CLOSED -> "closed_at";
        };
    jdbc.sql("update disposal.case set state = ?, " + column + " = ? where id = ?")
        .params(state.name(), utc(at), id)
        .update();
  }

  void noReport(String id, String reason) {
    jdbc.sql("update disposal.case set no_report = ? where id = ?").params(reason, id).update();
  }

  void contained(String id, Containment done) {
    jdbc.sql("insert into disposal.containment (\"case\", outlet, stopped, at) values (?, ?, ?, ?)")
        .params(id, done.outlet(), done.stopped(), utc(done.at()))
        .update();
  }

  List<Containment> containments(String id) {
    return jdbc.sql(
            "select outlet, stopped, at from disposal.containment where \"case\" = ? order by"
                + " outlet")
        .param(id)
        .query(new SimplePropertyRowMapper<>(Containment.class))
        .list();
  }

  int register(String id, List<String> numbers, Instant at) {
    int added = 0;
    for (String number : numbers) {
      added +=
          jdbc.sql(
                  "insert into disposal.contained (produce_id, \"case\", at) values (?, ?, ?)"
                      + " on conflict do nothing")
              .params(number, id, utc(at))
              .update();
    }
    return added;
  }

  /** Cases that contained what this exchange made, kept from changing. */
  List<DisposalCase> containing(String exchange) {
    return jdbc.sql(
            "select * from disposal.case where exchanges @> array[?]::text[]"
                + " and contained_at is not null order by id for update")
        .param(exchange)
        .query(DisposalStore::row)
        .list();
  }

  /** Takes the numbers that a case keeps contained off the register, and says how many. */
  int release(String id, List<String> numbers) {
    return jdbc.sql("delete from disposal.contained where \"case\" = ? and produce_id = any(?)")
        .params(id, numbers.toArray(String[]::new))
        .update();
  }

  void restored(String id, Restoration done) {
    jdbc.sql(
            "insert into disposal.restoration (\"case\", exchange, outlet, restored, source, at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
        .params(id, done.exchange(), done.outlet(), done.restored(), done.source(), utc(done.at()))
        .update();
  }

  List<Restoration> restorations(String id) {
    return jdbc.sql(
            "select exchange, outlet, restored, source, at from disposal.restoration"
                + " where \"case\" = ? order by at, exchange, outlet")
        .param(id)
        .query(new SimplePropertyRowMapper<>(Restoration.class))
        .list();
  }

  boolean contained(String produceId) {
    return jdbc.sql("select exists (select from disposal.contained where produce_id = ?)")
        .param(produceId)
        .query(Boolean.class)
        .single();
  }

  List<String> contained() {
    return jdbc.sql("select produce_id from disposal.contained")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static DisposalCase row(ResultSet row, int number) throws SQLException {
    return new DisposalCase(
        row.getString("id"),
        State.valueOf(row.getString("state")),
        Severity.valueOf(row.getString("severity")),
        row.getString("facts"),
        row.getString("category"),
        List.of((String[]) row.getArray("exchanges").getArray()),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        known(row, "contained_at"),
        known(row, "preserved_at"),
        known(row, "reported_at"),
        known(row, "closed_at"),
        row.getString("no_report"));
  }

  private static @Nullable Instant known(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
