package io.assay.office.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessTokenStore {
  private static final RowMapper<AccessToken> ROW =
      new SimplePropertyRowMapper<>(AccessToken.class);
  private static final String SELECT =
      "select id, member, name, hint, created_at, expires_at, revoked_at from staff.access_token ";

  private final JdbcClient jdbc;

  AccessTokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AccessToken token, String sha256) {
    jdbc.sql(
            "insert into staff.access_token (id, member, name, sha256, hint, created_at,"
                + " expires_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            token.id(),
            token.member(),
            token.name(),
            sha256,
            token.hint(),
            token.createdAt().atOffset(ZoneOffset.UTC),
            token.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<AccessToken> findBySha256(String sha256) {
    return jdbc.sql(SELECT + "where sha256 = ?").param(sha256).query(ROW).optional();
  }

  List<AccessToken> of(String member) {
    return jdbc.sql(SELECT + "where member = ? order by created_at, id")
        .param(member)
        .query(ROW)
        .list();
  }

  /** Revokes the member's own token; false when there is none in force. */
  boolean revoke(String id, String member, Instant at) {
    return jdbc.sql(
                "update staff.access_token set revoked_at = ? where id = ? and member = ?"
                    + " and revoked_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id, member)
            .update()
        == 1;
  }
}
