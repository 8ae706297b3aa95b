package io.assay.office.key;

import io.assay.office.Cursor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class KeyStore {
  private static final RowMapper<Key> ROW = new SimplePropertyRowMapper<>(Key.class);
  private static final String SELECT =
      "select id, subject, name, hint, created_at, created_by, revoked_at from key.key ";

  private final JdbcClient jdbc;

  KeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Key key, String sha256) {
    jdbc.sql(
            "insert into key.key (id, subject, name, sha256, hint, created_at, created_by)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            key.id(),
            key.subject(),
            key.name(),
            sha256,
            key.hint(),
            key.createdAt().atOffset(ZoneOffset.UTC),
            key.createdBy())
        .update();
  }

  Optional<Key> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  List<Key> of(String subject) {
    return jdbc.sql(SELECT + "where subject = ? order by created_at, id")
        .param(subject)
        .query(ROW)
        .list();
  }

  /** The same after a cursor, the oldest first. */
  List<Key> of(String subject, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.OLDEST);
    return jdbc.sql(
            SELECT
                + "where subject = ? and (created_at, id) > (?, ?) order by created_at, id limit ?")
        .params(subject, from.at().atOffset(ZoneOffset.UTC), from.id(), limit)
        .query(ROW)
        .list();
  }

  /** Revokes the key; false when there is none in force. */
  boolean revoke(String id, Instant at) {
    return jdbc.sql("update key.key set revoked_at = ? where id = ? and revoked_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }
}
