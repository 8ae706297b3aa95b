package io.assay.office.tenant;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TenantStore {
  private static final RowMapper<Tenant> ROW = new SimplePropertyRowMapper<>(Tenant.class);
  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the tenant; false when the name is taken. */
  boolean add(Tenant tenant) {
    return jdbc.sql(
                "insert into tenant.tenant (id, name, created_at) values (?, ?, ?)"
                    + " on conflict do nothing")
            .params(tenant.id(), tenant.name(), tenant.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Up to {@code limit} tenants whose name comes after {@code after}, by name. */
  List<Tenant> list(String after, int limit) {
    return jdbc.sql(
            "select id, name, created_at from tenant.tenant where lower(name) > lower(?)"
                + " order by lower(name) limit ?")
        .params(after, limit)
        .query(ROW)
        .list();
  }

  Optional<Tenant> named(String name) {
    return jdbc.sql("select id, name, created_at from tenant.tenant where lower(name) = lower(?)")
        .param(name)
        .query(ROW)
        .optional();
  }

  Optional<Tenant> find(String id) {
    return jdbc.sql("select id, name, created_at from tenant.tenant where id = ?")
        .param(id)
        .query(ROW)
        .optional();
  }
}
