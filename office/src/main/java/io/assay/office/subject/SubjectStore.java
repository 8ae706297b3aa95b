package io.assay.office.subject;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubjectStore {
  private static final RowMapper<Subject> ROW = new SimplePropertyRowMapper<>(Subject.class);
  private static final String SELECT =
      "select id, tenant, reference, state, reason, suspended_until, verification_token,"
          + " barred, created_at from subject.subject ";

  private final JdbcClient jdbc;

  SubjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the subject; false when the tenant already has one of that reference. */
  boolean add(Subject subject) {
    return jdbc.sql(
                "insert into subject.subject (id, tenant, reference, state, verification_token,"
                    + " created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                subject.id(),
                subject.tenant(),
                subject.reference(),
                subject.state().name(),
                subject.verificationToken(),
                utc(subject.createdAt()),
                utc(subject.createdAt()))
            .update()
        == 1;
  }

  Optional<Subject> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<Subject> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(ROW).optional();
  }

  Optional<Subject> findByToken(String token) {
    return jdbc.sql(SELECT + "where verification_token = ?").param(token).query(ROW).optional();
  }

  List<Subject> of(String tenant, String after, int limit) {
    return jdbc.sql(SELECT + "where tenant = ? and reference > ? order by reference limit ?")
        .params(tenant, after, limit)
        .query(ROW)
        .list();
  }

  List<String> suspendedUntil(Instant now) {
    return jdbc.sql(
            "select id from subject.subject where state = 'SUSPENDED' and suspended_until <= ?")
        .param(utc(now))
        .query((row, number) -> row.getString(1))
        .list();
  }

  void change(
      String id, SubjectState state, String reason, @Nullable Instant until, Instant changedAt) {
    jdbc.sql(
            "update subject.subject set resumes = case when ? = 'SUSPENDED' then state end,"
                + " state = ?, reason = ?, suspended_until = ?, changed_at = ? where id = ?")
        .param(state.name())
        .param(state.name())
        .param(reason)
        .param(until == null ? null : utc(until))
        .param(utc(changedAt))
        .param(id)
        .update();
  }

  /** Replaces the token; false when there is no such subject. */
  boolean renew(String id, String token, Instant changedAt) {
    return jdbc.sql(
                "update subject.subject set verification_token = ?, changed_at = ? where id = ?")
            .params(token, utc(changedAt), id)
            .update()
        == 1;
  }

  /** The state to which a suspended subject comes back. */
  SubjectState resumes(String id) {
    return jdbc.sql("select coalesce(resumes, 'VERIFIED') from subject.subject where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(SubjectState::valueOf)
        .orElseThrow();
  }

  void bar(String id) {
    jdbc.sql("update subject.subject set barred = true where id = ?").param(id).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
