package io.assay.office.rumor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on record for a rumor, and what proves that they were told. */
@Component
class ToldStore {
  private final JdbcClient jdbc;

  ToldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void onRecord(String rumor, String subject, boolean made) {
    jdbc.sql(
            "insert into rumor.told (rumor, subject, made) values (?, ?, ?)"
                + " on conflict (rumor, subject) do update set made = told.made or excluded.made")
        .params(rumor, subject, made)
        .update();
  }

  void told(String rumor, String subject, Instant at) {
    jdbc.sql("update rumor.told set told_at = ? where rumor = ? and subject = ?")
        .params(at.atOffset(ZoneOffset.UTC), rumor, subject)
        .update();
  }

  /**
   * Everybody on record, with the receipts of the outbox and of the complainants' own pages. What
   * was made for somebody is received by a program of its tenant or of the operator, and no other.
   */
  List<Told> of(String rumor) {
    return jdbc.sql(
            "select t.subject, t.made, t.told_at, (select min(o.sent_at) from notice.outbox o"
                + " where o.key = 'rumor/' || t.rumor || '/' || t.subject and o.state = 'SENT'"
                + " and case when t.made then o.channel = 'WEBHOOK' and exists (select"
                + " from notice.webhook w left join subject.subject s on s.id = t.subject"
                + " where w.id = o.target and (w.tenant is null or w.tenant = s.tenant))"
                + " else o.channel = 'MAIL' end)"
                + " as delivered_at, coalesce(t.seen_at, (select c.read_at from intake.case c"
                + " where c.id = t.subject and c.read_at > t.told_at)) as seen_at"
                + " from rumor.told t where t.rumor = ? order by t.made desc, t.subject")
        .param(rumor)
        .query(new SimplePropertyRowMapper<>(Told.class))
        .list();
  }

  /** The refuted rumors that a subject made or received, the latest first. */
  List<Rumor> concerning(String subject) {
    return jdbc.sql(
            "select r.* from rumor.rumor r join rumor.told t on t.rumor = r.id"
                + " where t.subject = ? and r.refuted_at is not null order by r.refuted_at desc")
        .param(subject)
        .query(new SimplePropertyRowMapper<>(Rumor.class))
        .list();
  }

  /** Notes that the subject has it before its eyes; whether that is the first time. */
  boolean seen(String rumor, String subject, Instant at) {
    return jdbc.sql(
                "update rumor.told set seen_at = ? where rumor = ? and subject = ?"
                    + " and seen_at is null")
            .params(at.atOffset(ZoneOffset.UTC), rumor, subject)
            .update()
        > 0;
  }
}
