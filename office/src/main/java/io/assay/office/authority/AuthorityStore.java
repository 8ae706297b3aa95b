package io.assay.office.authority;

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
class AuthorityStore {
  private static final RowMapper<Authority> ROW = new SimplePropertyRowMapper<>(Authority.class);
  private static final String SELECT =
      "select id, name_zh, name_en, kind, region, types, channel, address, host_key, added_at,"
          + " retired_at from authority.authority ";

  private final JdbcClient jdbc;

  AuthorityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those in force, the whole country first. */
  List<Authority> inForce() {
    return jdbc.sql(SELECT + "where retired_at is null order by region, kind, id")
        .query(ROW)
        .list();
  }

  /** All there ever were, the newest first, after a cursor. */
  List<Authority> list(Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            SELECT + "where (added_at, id) < (?, ?) order by added_at desc, id desc limit ?")
        .params(from.at().atOffset(ZoneOffset.UTC), from.id(), limit)
        .query(ROW)
        .list();
  }

  Optional<Authority> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  void add(String id, AuthorityEntry it, Instant at) {
    jdbc.sql(
            "insert into authority.authority (id, name_zh, name_en, kind, region, types, channel,"
                + " address, host_key, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            it.nameZh(),
            it.nameEn(),
            it.kind().name(),
            it.region(),
            it.types(),
            it.channel().name(),
            it.address(),
            it.hostKey(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void change(String id, AuthorityEntry it) {
    jdbc.sql(
            "update authority.authority set name_zh = ?, name_en = ?, kind = ?, region = ?,"
                + " types = ?, channel = ?, address = ?, host_key = ? where id = ?")
        .params(
            it.nameZh(),
            it.nameEn(),
            it.kind().name(),
            it.region(),
            it.types(),
            it.channel().name(),
            it.address(),
            it.hostKey(),
            id)
        .update();
  }

  void retire(String id, Instant at) {
    jdbc.sql("update authority.authority set retired_at = ? where id = ? and retired_at is null")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }
}
