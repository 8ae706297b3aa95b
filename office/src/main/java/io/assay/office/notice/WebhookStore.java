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
      "select id, url, kinds, created_at, disabled_at from notice.webhook ";

  private final JdbcClient jdbc;

  WebhookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Webhook webhook) {
    jdbc.sql("insert into notice.webhook (id, url, kinds, created_at) values (?, ?, ?, ?)")
        .params(
            webhook.id(),
            webhook.url(),
            webhook.kinds(),
            webhook.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Webhook> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  /** The newest, after a cursor. */
  List<Webhook> list(Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            SELECT + "where (created_at, id) < (?, ?) order by created_at desc, id desc limit ?")
        .params(from.at().atOffset(ZoneOffset.UTC), from.id(), limit)
        .query(ROW)
        .list();
  }

  List<Webhook> inForce() {
    return jdbc.sql(SELECT + "where disabled_at is null order by id").query(ROW).list();
  }

  boolean disable(String id, Instant at) {
    return jdbc.sql(
                "update notice.webhook set disabled_at = ? where id = ? and disabled_at is null")
            .params(at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }
}
