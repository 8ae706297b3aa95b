package io.assay.office.authority;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of authorities. */
@Component
class AuthorityStore {
  private static final RowMapper<Authority> ROW = new SimplePropertyRowMapper<>(Authority.class);
  private static final String SELECT =
      "select id, name, kind, region, channel, address from authority.authority ";

  private final JdbcClient jdbc;

  AuthorityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Authority> all() {
    return jdbc.sql(SELECT + "order by region, kind, name").query(ROW).list();
  }

  Optional<Authority> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  /** The authority for a type of matter in a region: the nearest region first, CAC by default. */
  Authority recipient(String region, String type) {
    return jdbc.sql(
            SELECT
                + "where (region = ? or region = '') and (types = '' or ? = any(string_to_array(types,"
                + " ' '))) order by region = '', types = '', kind <> 'CAC', id limit 1")
        .params(region, type)
        .query(ROW)
        .single();
  }

  void add(Authority it, String types) {
    jdbc.sql(
            "insert into authority.authority (id, name, kind, region, types, channel, address)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            it.id(),
            it.name(),
            it.kind().name(),
            it.region(),
            types,
            it.channel().name(),
            it.address())
        .update();
  }
}
