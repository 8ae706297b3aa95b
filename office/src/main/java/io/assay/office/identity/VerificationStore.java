package io.assay.office.identity;

import io.assay.office.identity.IdentityVerification.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class VerificationStore {
  private static final RowMapper<IdentityVerification> ROW =
      new SimplePropertyRowMapper<>(IdentityVerification.class);

  private final JdbcClient jdbc;

  VerificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(IdentityVerification row) {
    jdbc.sql(
            "insert into identity.verification (id, subject, tenant, method, provider, result,"
                + " assurance, reference_hmac, masked, at, expires_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(row.id())
        .param(row.subject())
        .param(row.tenant())
        .param(row.method().name())
        .param(row.provider())
        .param(row.result().name())
        .param(row.method().assurance().name())
        .param(row.referenceHmac())
        .param(row.masked())
        .param(utc(row.at()))
        .param(row.expiresAt() == null ? null : utc(row.expiresAt()))
        .update();
  }

  void finish(String id, Result result, @Nullable Instant expiresAt) {
    jdbc.sql("update identity.verification set result = ?, expires_at = ? where id = ?")
        .param(result.name())
        .param(expiresAt == null ? null : utc(expiresAt))
        .param(id)
        .update();
  }

  List<IdentityVerification> of(String subject) {
    return jdbc.sql("select * from identity.verification where subject = ? order by at desc, id")
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

  /** Other subjects of the tenant that the same number verified. */
  List<String> others(String tenant, String referenceHmac, String subject) {
    return jdbc.sql(
            "select distinct subject from identity.verification where tenant = ?"
                + " and reference_hmac = ? and result = 'CONFIRMED' and subject <> ?")
        .params(tenant, referenceHmac, subject)
        .query((row, number) -> row.getString(1))
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
