package io.assay.office.deadline;

import io.assay.office.Cursor;
import io.assay.office.deadline.Deadline.State;
import io.assay.office.deadline.Reckoner.Pause;
import io.assay.office.deadline.Reckoner.Times;
import io.assay.office.staff.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeadlineStore {
  private final JdbcClient jdbc;

  DeadlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds it; false when the same rule already runs for the same thing. */
  boolean add(Deadline it) {
    return jdbc.sql(
                "insert into deadline.deadline (id, rule, about, path, reminded, start_at, value, unit,"
                    + " basis, source, soft_at, hard_at, due_at, state, provisional,"
                    + " calendar_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                it.id(),
                it.rule(),
                it.about(),
                it.path(),
                it.reminded().name(),
                utc(it.start()),
                it.limit().value(),
                it.limit().unit().name(),
                it.basis().name(),
                it.source(),
                utc(it.softAt()),
                utc(it.hardAt()),
                utc(it.due()),
                it.state().name(),
                it.provisional(),
                it.calendarVersion())
            .update()
        == 1;
  }

  Optional<Deadline> find(String id) {
    return jdbc.sql("select * from deadline.deadline where id = ?")
        .param(id)
        .query(DeadlineStore::row)
        .optional();
  }

  Optional<Deadline> lock(String about, String rule) {
    return jdbc.sql(
            "select * from deadline.deadline where about = ? and rule = ? and ended_at is null"
                + " for update")
        .params(about, rule)
        .query(DeadlineStore::row)
        .optional();
  }

  List<Deadline> about(String about) {
    return jdbc.sql("select * from deadline.deadline where about = ? order by start_at, due_at, id")
        .param(about)
        .query(DeadlineStore::row)
        .list();
  }

  List<Deadline> dueBetween(Instant from, Instant to, int limit) {
    return jdbc.sql(
            "select * from deadline.deadline where due_at >= ? and due_at < ? order by due_at, id"
                + " limit ?")
        .params(utc(from), utc(to), limit)
        .query(DeadlineStore::row)
        .list();
  }

  /** The one due first first, after a cursor. */
  List<Deadline> list(DeadlineFilter filter, int limit) {
    Cursor after = filter.after().orElse(new Cursor(Instant.EPOCH, ""));
    return jdbc.sql(
            "select * from deadline.deadline where (? = '' or about = ?) and due_at >= ?"
                + " and due_at < ? and (not ? or ended_at is null) and (due_at, id) > (?, ?)"
                + " order by due_at, id limit ?")
        .params(
            filter.about(),
            filter.about(),
            utc(filter.from().orElse(Instant.EPOCH)),
            utc(filter.to().orElse(Cursor.NEWEST.at())),
            filter.openOnly(),
            utc(after.at()),
            after.id(),
            limit)
        .query(DeadlineStore::row)
        .list();
  }

  List<Deadline> open(int limit) {
    return jdbc.sql(
            "select * from deadline.deadline where ended_at is null order by due_at, id limit ?")
        .param(limit)
        .query(DeadlineStore::row)
        .list();
  }

  /** Open ones whose moment to change has come, kept from changing meanwhile. */
  List<Deadline> turning(Instant now, int limit) {
    return jdbc.sql(
            "select * from deadline.deadline where ended_at is null and paused_at is null"
                + " and ((state = 'RUNNING' and soft_at <= ?) or (state = 'SOFT' and hard_at <= ?)"
                + " or (state in ('RUNNING', 'SOFT', 'HARD') and due_at < ?))"
                + " order by due_at limit ? for update skip locked")
        .params(utc(now), utc(now), utc(now), limit)
        .query(DeadlineStore::row)
        .list();
  }

  /** Open ones that were counted with other years than {@code version}. */
  List<Deadline> countedOtherwise(String version) {
    return jdbc.sql(
            "select * from deadline.deadline where ended_at is null and unit = 'WORKING_DAY'"
                + " and state <> 'BREACHED' and calendar_version <> ? for update")
        .param(version)
        .query(DeadlineStore::row)
        .list();
  }

  void turn(String id, State state) {
    jdbc.sql("update deadline.deadline set state = ? where id = ?")
        .params(state.name(), id)
        .update();
  }

  void end(String id, State state, Instant at) {
    jdbc.sql("update deadline.deadline set state = ?, ended_at = ?, paused_at = null where id = ?")
        .params(state.name(), utc(at), id)
        .update();
  }

  void retime(String id, Times times, State state) {
    jdbc.sql(
            "update deadline.deadline set soft_at = ?, hard_at = ?, due_at = ?, provisional = ?,"
                + " calendar_version = ?, state = ? where id = ?")
        .params(
            utc(times.soft()),
            utc(times.hard()),
            utc(times.due()),
            times.provisional(),
            times.version(),
            state.name(),
            id)
        .update();
  }

  void pause(String id, Instant at, String reason, String by) {
    jdbc.sql("update deadline.deadline set paused_at = ? where id = ?")
        .params(utc(at), id)
        .update();
    jdbc.sql("insert into deadline.pause (deadline, from_at, reason, by) values (?, ?, ?, ?)")
        .params(id, utc(at), reason, by)
        .update();
  }

  void resume(String id, Instant at) {
    jdbc.sql("update deadline.deadline set paused_at = null where id = ?").param(id).update();
    jdbc.sql("update deadline.pause set to_at = ? where deadline = ? and to_at is null")
        .params(utc(at), id)
        .update();
  }

  List<Pause> pauses(String id) {
    return jdbc.sql(
            "select from_at, to_at from deadline.pause where deadline = ? and to_at is not null")
        .param(id)
        .query((row, number) -> new Pause(moment(row, "from_at"), moment(row, "to_at")))
        .list();
  }

  private static Deadline row(ResultSet row, int number) throws SQLException {
    return new Deadline(
        row.getString("id"),
        row.getString("rule"),
        row.getString("about"),
        row.getString("path"),
        Right.valueOf(row.getString("reminded")),
        moment(row, "start_at"),
        new Limit(row.getInt("value"), Limit.Unit.valueOf(row.getString("unit"))),
        Basis.valueOf(row.getString("basis")),
        row.getString("source"),
        moment(row, "soft_at"),
        moment(row, "hard_at"),
        moment(row, "due_at"),
        State.valueOf(row.getString("state")),
        row.getBoolean("provisional"),
        row.getString("calendar_version"),
        known(row, "paused_at"),
        known(row, "ended_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant known(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
