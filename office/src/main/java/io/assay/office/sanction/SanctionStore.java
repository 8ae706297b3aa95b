package io.assay.office.sanction;

import io.assay.office.Cursor;
import io.assay.office.sanction.Sanction.State;
import io.assay.office.sanction.Statement.Automation;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.sanction.Statement.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SanctionStore {
  private final JdbcClient jdbc;

  SanctionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Sanction it) {
    Statement said = it.statement();
    jdbc.sql(
            "insert into sanction.sanction (id, subject, level, capabilities, facts, ground,"
                + " clause, source, automated_detection, automation, start_at, end_at, state,"
                + " exchanges, proposed_by, approved_by, appeal_until)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.id())
        .param(it.subject())
        .param(said.level().name())
        .param(said.capabilities().toArray(String[]::new))
        .param(said.facts())
        .param(said.ground().name())
        .param(said.clause())
        .param(said.source().name())
        .param(said.automatedDetection())
        .param(said.automation().name())
        .param(utc(said.start()))
        .param(said.end() == null ? null : utc(said.end()))
        .param(it.state().name())
        .param(it.exchanges().toArray(String[]::new))
        .param(it.proposedBy())
        .param(it.approvedBy())
        .param(it.appealUntil() == null ? null : utc(it.appealUntil()))
        .update();
  }

  /** Sanctions that a rule imposed because of an exchange, in force or expired. */
  List<String> automatic(String exchange) {
    return jdbc.sql(
            "select id from sanction.sanction where automation = 'FULLY'"
                + " and state in ('ACTIVE', 'EXPIRED') and exchanges @> array[?::text]")
        .param(exchange)
        .query((row, number) -> row.getString(1))
        .list();
  }

  Optional<Sanction> find(String id) {
    return jdbc.sql("select * from sanction.sanction where id = ?")
        .param(id)
        .query(SanctionStore::row)
        .optional();
  }

  Optional<Sanction> lock(String id) {
    return jdbc.sql("select * from sanction.sanction where id = ? for update")
        .param(id)
        .query(SanctionStore::row)
        .optional();
  }

  List<Sanction> of(String subject) {
    return jdbc.sql("select * from sanction.sanction where subject = ? order by start_at desc, id")
        .param(subject)
        .query(SanctionStore::row)
        .list();
  }

  List<Sanction> active() {
    return jdbc.sql("select * from sanction.sanction where state = 'ACTIVE' order by start_at, id")
        .query(SanctionStore::row)
        .list();
  }

  /** The newest of a subject, or of all, after a cursor. */
  List<Sanction> list(String subject, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            "select * from sanction.sanction where (? = '' or subject = ?)"
                + " and (start_at, id) < (?, ?) order by start_at desc, id desc limit ?")
        .params(subject, subject, utc(from.at()), from.id(), limit)
        .query(SanctionStore::row)
        .list();
  }

  List<Sanction> over(Instant now) {
    return jdbc.sql(
            "select * from sanction.sanction where state = 'ACTIVE' and end_at <= ? for update")
        .param(utc(now))
        .query(SanctionStore::row)
        .list();
  }

  /** Closures whose time to appeal is over while no appeal against them waits. */
  List<Sanction> closing(Instant now) {
    return jdbc.sql(
            "select * from sanction.sanction s where state = 'ACTIVE' and level = 'CLOSE'"
                + " and final_at is null and appeal_until <= ? and not exists (select"
                + " from intake.case c where c.about = s.id and c.door = 'APPEAL'"
                + " and c.state in ('RECEIVED', 'ACCEPTED', 'INVESTIGATING'))"
                + " order by appeal_until, id for update of s skip locked")
        .param(utc(now))
        .query(SanctionStore::row)
        .list();
  }

  void makeFinal(String id, Instant at) {
    jdbc.sql("update sanction.sanction set final_at = ? where id = ?").params(utc(at), id).update();
  }

  void end(String id, State state, Instant at, String reason) {
    jdbc.sql("update sanction.sanction set state = ?, ended_at = ?, end_reason = ? where id = ?")
        .params(state.name(), utc(at), reason, id)
        .update();
  }

  private static Sanction row(ResultSet row, int number) throws SQLException {
    return new Sanction(
        row.getString("id"),
        row.getString("subject"),
        new Statement(
            Level.valueOf(row.getString("level")),
            Set.of((String[]) row.getArray("capabilities").getArray()),
            row.getString("facts"),
            Ground.valueOf(row.getString("ground")),
            row.getString("clause"),
            Source.valueOf(row.getString("source")),
            row.getBoolean("automated_detection"),
            Automation.valueOf(row.getString("automation")),
            row.getObject("start_at", OffsetDateTime.class).toInstant(),
            known(row, "end_at")),
        State.valueOf(row.getString("state")),
        List.of((String[]) row.getArray("exchanges").getArray()),
        row.getString("proposed_by"),
        row.getString("approved_by"),
        known(row, "ended_at"),
        row.getString("end_reason"),
        known(row, "appeal_until"),
        known(row, "final_at"));
  }

  private static @Nullable Instant known(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
