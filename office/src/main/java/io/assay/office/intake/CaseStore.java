package io.assay.office.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CaseStore {
  private static final RowMapper<IntakeCase> ROW = new SimplePropertyRowMapper<>(IntakeCase.class);
  private static final String SELECT =
      "select id, door, state, about, topic, contact is not null as contact, language,"
          + " received_at, handler, contested_by, finding, decided_by, approved_by, decided_at, notified_at,"
          + " closed_at, satisfaction, erased_at from intake.case ";

  private final JdbcClient jdbc;

  CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(IntakeCase it, String codeHmac, byte @Nullable [] contact) {
    jdbc.sql(
            "insert into intake.case (id, door, code_hmac, state, about, topic, contact, language,"
                + " received_at, contested_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.id())
        .param(it.door().name())
        .param(codeHmac)
        .param(it.state().name())
        .param(it.about())
        .param(it.topic())
        .param(contact)
        .param(it.language())
        .param(utc(it.receivedAt()))
        .param(it.contestedBy())
        .update();
  }

  Optional<IntakeCase> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  Optional<IntakeCase> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(ROW).optional();
  }

  Optional<IntakeCase> byCode(String codeHmac) {
    return jdbc.sql(SELECT + "where code_hmac = ?").param(codeHmac).query(ROW).optional();
  }

  Optional<byte[]> contact(String id) {
    return jdbc.sql("select contact from intake.case where id = ? and contact is not null")
        .param(id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /** Cases as a filter asks for them, the newest first. */
  List<IntakeCase> list(CaseFilter filter, int limit) {
    StringBuilder where = new StringBuilder("where true");
    List<Object> values = new ArrayList<>();
    filter
        .door()
        .ifPresent(
            door -> {
              where.append(" and door = ?");
              values.add(door.name());
            });
    filter
        .state()
        .ifPresent(
            state -> {
              where.append(" and state = ?");
              values.add(state.name());
            });
    if (!filter.handler().isEmpty()) {
      where.append(" and handler = ?");
      values.add(filter.handler());
    }
    if (!filter.about().isEmpty()) {
      where.append(" and about = ?");
      values.add(filter.about());
    }
    filter
        .after()
        .ifPresent(
            cursor -> {
              where.append(" and (received_at, id) < (?, ?)");
              values.add(utc(cursor.at()));
              values.add(cursor.id());
            });
    values.add(limit);
    return jdbc.sql(SELECT + where + " order by received_at desc, id desc limit ?")
        .params(values)
        .query(ROW)
        .list();
  }

  /** Open cases, the one received first first. */
  List<IntakeCase> open(int limit) {
    return jdbc.sql(
            SELECT
                + "where state in ('RECEIVED', 'ACCEPTED', 'INVESTIGATING')"
                + " order by received_at, id limit ?")
        .param(limit)
        .query(ROW)
        .list();
  }

  /** Cases whose result the mail server has taken, and that do not say so yet. */
  List<IntakeCase> mailed(int limit) {
    return jdbc.sql(
            SELECT
                + "where state in ('DECIDED', 'NOT_ACCEPTED') and contact is not null and exists"
                + " (select from notice.outbox o where o.key = \"case\".id || '/result'"
                + " and o.channel = 'MAIL' and o.state = 'SENT') order by decided_at, id limit ?")
        .param(limit)
        .query(ROW)
        .list();
  }

  /** Cases whose result arrived before a moment, and that are not closed yet. */
  List<IntakeCase> answered(Instant before, int limit) {
    return jdbc.sql(
            SELECT
                + "where state = 'NOTIFIED' and notified_at < ? order by notified_at, id limit ?")
        .params(utc(before), limit)
        .query(ROW)
        .list();
  }

  /**
   * Cases that ended, by the last word about them: closed, withdrawn, or decided and never asked
   * for.
   */
  List<String> stale(Instant before, int limit) {
    return jdbc.sql(
            "select c.id from intake.case c where coalesce(c.closed_at, c.decided_at) < ?"
                + " and c.erased_at is null"
                + " and not exists (select from intake.line l where l.\"case\" = c.id and l.at >= ?)"
                + " limit ?")
        .params(utc(before), utc(before), limit)
        .query((row, number) -> row.getString(1))
        .list();
  }

  void move(String id, CaseState state) {
    jdbc.sql("update intake.case set state = ? where id = ?").params(state.name(), id).update();
  }

  void hold(String id, @Nullable String handler) {
    jdbc.sql("update intake.case set handler = ? where id = ?").param(handler).param(id).update();
  }

  void decide(String id, Finding finding, String by, @Nullable String approvedBy, Instant at) {
    jdbc.sql(
            "update intake.case set finding = ?, decided_by = ?, approved_by = ?, decided_at = ?"
                + " where id = ?")
        .param(finding.name())
        .param(by)
        .param(approvedBy)
        .param(utc(at))
        .param(id)
        .update();
  }

  void refuse(String id, String by, @Nullable String approvedBy, Instant at) {
    jdbc.sql("update intake.case set decided_by = ?, approved_by = ?, decided_at = ? where id = ?")
        .param(by)
        .param(approvedBy)
        .param(utc(at))
        .param(id)
        .update();
  }

  void refuse(String id, RefusalGround ground) {
    jdbc.sql("insert into intake.refusal (\"case\", ground) values (?, ?)")
        .params(id, ground.name())
        .update();
  }

  /** On which ground an appeal was not accepted. */
  Optional<RefusalGround> refused(String id) {
    return jdbc.sql("select ground from intake.refusal where \"case\" = ?")
        .param(id)
        .query(RefusalGround.class)
        .optional();
  }

  void notified(String id, Instant at) {
    jdbc.sql("update intake.case set notified_at = ? where id = ?").params(utc(at), id).update();
  }

  /** Open or answered cases about one of these, by identifier. */
  List<String> about(Collection<String> references) {
    if (references.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select id from intake.case where state <> 'WITHDRAWN' and erased_at is null and"
                + " about in (:references) order by id")
        .param("references", references)
        .query((row, number) -> row.getString(1))
        .list();
  }

  void read(String id, Instant at) {
    jdbc.sql("update intake.case set read_at = ? where id = ?").params(utc(at), id).update();
  }

  void rate(String id, Satisfaction satisfaction) {
    jdbc.sql("update intake.case set satisfaction = ? where id = ?")
        .params(satisfaction.name(), id)
        .update();
  }

  void close(String id, Instant at) {
    jdbc.sql("update intake.case set closed_at = ? where id = ?").params(utc(at), id).update();
  }

  /** Erases everything that people wrote, for good. */
  void erase(String id, Instant at) {
    jdbc.sql("update intake.case set contact = null, erased_at = ? where id = ?")
        .params(utc(at), id)
        .update();
    jdbc.sql("update intake.line set text = null where \"case\" = ?").param(id).update();
    jdbc.sql("update intake.attachment set bytes = null, name = null where \"case\" = ?")
        .param(id)
        .update();
  }

  void markFalsePositive(FalsePositives.FalsePositive mark) {
    jdbc.sql(
            "insert into intake.false_positive (exchange, source, reason, by, at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(mark.exchange(), mark.source(), mark.reason(), mark.by(), utc(mark.at()))
        .update();
  }

  long falsePositives(String source) {
    return jdbc.sql("select count(*) from intake.false_positive where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
