package io.assay.office.notice;

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
class WebhookStore {
  private static final RowMapper<Webhook> ROW = new SimplePropertyRowMapper<>(Webhook.class);
  private static final String SELECT =
      "select w.id, w.tenant, t.name as tenant_name, w.url, w.kinds, w.generation, w.created_at,"
          + " w.rotated_at, w.disabled_at from notice.webhook w"
          + " left join tenant.tenant t on t.id = w.tenant ";

  private final JdbcClient jdbc;

  WebhookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Webhook webhook) {
    jdbc.sql(
            "insert into notice.webhook (id, tenant, url, kinds, created_at) values (?, ?, ?, ?, ?)")
        .param(webhook.id())
        .param(webhook.tenant())
        .param(webhook.url())
        .param(webhook.kinds())
        .param(webhook.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Webhook> find(String id) {
    return jdbc.sql(SELECT + "where w.id = ?").param(id).query(ROW).optional();
  }

  /** The newest of a tenant, of all when it is empty, after a cursor. */
  List<Webhook> list(String tenant, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            SELECT
                + "where (? = '' or w.tenant = ?) and (w.created_at, w.id) < (?, ?)"
                + " order by w.created_at desc, w.id desc limit ?")
        .params(tenant, tenant, from.at().atOffset(ZoneOffset.UTC), from.id(), limit)
        .query(ROW)
        .list();
  }

  /** Those in force that are told what concerns a tenant: the operator's, and its own. */
  List<Webhook> told(String tenant) {
    return jdbc.sql(
            SELECT
                + "where w.disabled_at is null and (w.tenant is null or w.tenant = ?)"
                + " order by w.id")
        .param(tenant)
        .query(ROW)
        .list();
  }

  /** Gives it the next secret; false when it is not in force. */
  boolean rotate(String id, Instant at) {
    return jdbc.sql(
                "update notice.webhook set generation = generation + 1, rotated_at = ?"
                    + " where id = ? and disabled_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  boolean disable(String id, Instant at) {
    return jdbc.sql(
                "update notice.webhook set disabled_at = ? where id = ? and disabled_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }
}
