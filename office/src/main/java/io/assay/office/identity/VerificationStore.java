package io.assay.office.identity;

import io.assay.office.Cursor;
import io.assay.office.identity.IdentityVerification.Result;
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
class VerificationStore {
  private static final RowMapper<IdentityVerification> ROW =
      new SimplePropertyRowMapper<>(IdentityVerification.class);

  private static final String SELECT =
      "select id, subject, tenant, method, provider, result, reference_hmac, deployment_hmac,"
          + " masked, at, expires_at from identity.verification ";

  private final JdbcClient jdbc;

  VerificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds an attempt.
   *
   * @param sealed name and number under seal where the law asks for a copy; empty otherwise
   */
  void add(IdentityVerification row, String sealed) {
    jdbc.sql(
            "insert into identity.verification (id, subject, tenant, method, provider, result,"
                + " assurance, reference_hmac, deployment_hmac, masked, sealed, at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(row.id())
        .param(row.subject())
        .param(row.tenant())
        .param(row.method().name())
        .param(row.provider())
        .param(row.result().name())
        .param(row.method().assurance().name())
        .param(row.referenceHmac())
        .param(row.deploymentHmac())
        .param(row.masked())
        .param(sealed)
        .param(utc(row.at()))
        .param(row.expiresAt() == null ? null : utc(row.expiresAt()))
        .update();
  }

  /** A subject's attempts after a cursor, the newest first. */
  List<IdentityVerification> of(String subject, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            SELECT + "where subject = ? and (at, id) < (?, ?) order by at desc, id desc limit ?")
        .params(subject, utc(from.at()), from.id(), limit)
        .query(ROW)
        .list();
  }

  void finish(String id, Result result, @Nullable Instant expiresAt) {
    jdbc.sql("update identity.verification set result = ?, expires_at = ? where id = ?")
        .param(result.name())
        .param(expiresAt == null ? null : utc(expiresAt))
        .param(id)
        .update();
  }

  List<IdentityVerification> of(String subject) {
    return jdbc.sql(SELECT + "where subject = ? order by at desc, id")
        .param(subject)
        .query(ROW)
        .list();
  }

  /** Questions to verifiers for the subject since a moment. */
  int countSince(String subject, Instant since) {
    return jdbc.sql(
            "select count(*) from identity.verification where subject = ? and at > ?"
                + " and method in ('RESIDENT_ID', 'ORGANISATION_CODE')")
        .params(subject, utc(since))
        .query(Integer.class)
        .single();
  }

  Optional<IdentityVerification> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  /** Name and number as they were sealed; empty when no copy is kept. */
  String sealed(String id) {
    return jdbc.sql("select sealed from identity.verification where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** What the same number confirmed for other subjects, of every tenant. */
  List<IdentityVerification> others(String deploymentHmac, String subject) {
    return jdbc.sql(
            SELECT
                + "where deployment_hmac = ? and result = 'CONFIRMED' and subject <> ?"
                + " order by at desc")
        .params(deploymentHmac, subject)
        .query(ROW)
        .list();
  }

  /** Verified subjects none of whose verifications holds any longer. */
  List<String> lapsed(Instant now) {
    return jdbc.sql(
            "select s.id from subject.subject s where s.state = 'VERIFIED' and exists (select from"
                + " identity.verification v where v.subject = s.id and v.result = 'CONFIRMED' and"
                + " v.expires_at <= ?) and not exists (select from identity.verification v where"
                + " v.subject = s.id and v.result = 'CONFIRMED' and (v.expires_at is null or"
                + " v.expires_at > ?))")
        .params(utc(now), utc(now))
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
