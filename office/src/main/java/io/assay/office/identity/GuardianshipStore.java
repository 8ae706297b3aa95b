package io.assay.office.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GuardianshipStore {
  private static final RowMapper<Guardianship> ROW =
      new SimplePropertyRowMapper<>(Guardianship.class);
  private static final String SELECT =
      "select id, subject, verification, guardian_masked, relation, consent_sha256, token, given_at,"
          + " withdrawn_at from identity.guardianship ";

  private final JdbcClient jdbc;

  GuardianshipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Guardianship consent, String guardianHmac) {
    jdbc.sql(
            "insert into identity.guardianship (id, subject, verification, guardian_hmac,"
                + " guardian_masked, relation, consent_sha256, token, given_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            consent.id(),
            consent.subject(),
            consent.verification(),
            guardianHmac,
            consent.guardianMasked(),
            consent.relation().name(),
            consent.consentSha256(),
            consent.token(),
            consent.givenAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Guardianship> of(String subject) {
    return jdbc.sql(SELECT + "where subject = ? order by given_at desc")
        .param(subject)
        .query(ROW)
        .list();
  }

  Optional<Guardianship> findByToken(String token) {
    return jdbc.sql(SELECT + "where token = ?").param(token).query(ROW).optional();
  }

  /** Withdraws the consent; false when it was withdrawn already. */
  boolean withdraw(String id, Instant at) {
    return jdbc.sql(
                "update identity.guardianship set withdrawn_at = ? where id = ?"
                    + " and withdrawn_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }
}
