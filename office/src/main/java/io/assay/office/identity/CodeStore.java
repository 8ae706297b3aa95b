package io.assay.office.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CodeStore {
  private static final RowMapper<OneTimeCode> ROW =
      new SimplePropertyRowMapper<>(OneTimeCode.class);

  /** A code that was sent and has not been closed. */
  record OneTimeCode(
      String id,
      String referenceHmac,
      String deploymentHmac,
      String masked,
      String codeHmac,
      Instant sentAt,
      Instant expiresAt,
      int tries) {}

  private final JdbcClient jdbc;

  CodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps everybody else from sending to the number until the transaction ends. */
  void lockNumber(String numberHmac) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(numberHmac)
        .query((row, number) -> true)
        .list();
  }

  void add(String subject, String numberHmac, OneTimeCode code) {
    jdbc.sql(
            "insert into identity.one_time_code (id, subject, number_hmac, reference_hmac, deployment_hmac,"
                + " masked, code_hmac, sent_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            code.id(),
            subject,
            numberHmac,
            code.referenceHmac(),
            code.deploymentHmac(),
            code.masked(),
            code.codeHmac(),
            utc(code.sentAt()),
            utc(code.expiresAt()))
        .update();
  }

  /** The subject's latest code that still stands open. */
  Optional<OneTimeCode> open(String subject) {
    return jdbc.sql(
            "select id, reference_hmac, deployment_hmac, masked, code_hmac, sent_at, expires_at, tries from"
                + " identity.one_time_code where subject = ? and closed_at is null"
                + " order by sent_at desc limit 1")
        .param(subject)
        .query(ROW)
        .optional();
  }

  /** The most codes since a moment, of those to the subject and those to the number. */
  int countSince(String subject, String numberHmac, Instant since) {
    return jdbc.sql(
            "select greatest(count(*) filter (where subject = ?), count(*) filter"
                + " (where number_hmac = ?)) from identity.one_time_code"
                + " where (subject = ? or number_hmac = ?) and sent_at > ?")
        .params(subject, numberHmac, subject, numberHmac, utc(since))
        .query(Integer.class)
        .single();
  }

  void countTry(String id) {
    jdbc.sql("update identity.one_time_code set tries = tries + 1 where id = ?").param(id).update();
  }

  void close(String id, Instant at) {
    jdbc.sql("update identity.one_time_code set closed_at = ? where id = ?")
        .params(utc(at), id)
        .update();
  }

  void forgetBefore(Instant moment) {
    jdbc.sql("delete from identity.one_time_code where sent_at < ?").param(utc(moment)).update();
  }

  void closeAll(String subject, Instant at) {
    jdbc.sql(
            "update identity.one_time_code set closed_at = ? where subject = ?"
                + " and closed_at is null")
        .params(utc(at), subject)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
