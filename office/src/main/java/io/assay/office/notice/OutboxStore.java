package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.notice.Notice.Fact;
import io.assay.office.notice.Recipient.Programs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutboxStore {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  OutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Parcel parcel, Instant now, Instant from) {
    Notice notice = parcel.notice();
    jdbc.sql(
            "insert into notice.outbox (id, key, channel, target, kind, about, tenant, path, facts,"
                + " urgent, created_at, next_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)"
                + " on conflict (key, channel, target) do nothing")
        .params(
            parcel.id(),
            notice.key(),
            parcel.channel().name(),
            parcel.target(),
            notice.kind().code(),
            notice.about(),
            notice.tenant(),
            notice.path(),
            JSON.writeValueAsString(notice.facts()),
            notice.urgent(),
            utc(now),
            utc(from))
        .update();
  }

  /** Takes up to {@code limit} parcels that are due; nobody else takes them for the lease. */
  List<Parcel> take(Instant now, Duration lease, int limit) {
    return jdbc.sql(
            "update notice.outbox set next_at = ?, tries = tries + 1 where id in (select id from"
                + " notice.outbox where state = 'WAITING' and next_at <= ? order by next_at"
                + " limit ? for update skip locked) returning *")
        .params(utc(now.plus(lease)), utc(now), limit)
        .query(OutboxStore::parcel)
        .list();
  }

  /** Lets a parcel that was taken and not tried be taken again. */
  void putBack(String id, Instant at) {
    jdbc.sql("update notice.outbox set next_at = ?, tries = tries - 1 where id = ?")
        .params(utc(at), id)
        .update();
  }

  void sent(String id, Instant at) {
    jdbc.sql("update notice.outbox set state = 'SENT', sent_at = ?, problem = '' where id = ?")
        .params(utc(at), id)
        .update();
  }

  void failed(String id, String problem, Optional<Instant> next) {
    if (next.isPresent()) {
      jdbc.sql("update notice.outbox set problem = ?, next_at = ? where id = ?")
          .params(problem, utc(next.get()), id)
          .update();
    } else {
      jdbc.sql("update notice.outbox set problem = ?, state = 'FAILED' where id = ?")
          .params(problem, id)
          .update();
    }
  }

  Optional<Instant> sent(String key, Channel channel) {
    return jdbc.sql(
            "select min(sent_at) from notice.outbox where key = ? and channel = ? and state = 'SENT'")
        .params(key, channel.name())
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** The newest, after a cursor. */
  List<Sending> list(Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            "select id, channel, kind, about, tenant, state, tries, created_at, next_at, sent_at, problem"
                + " from notice.outbox where (created_at, id) < (?, ?)"
                + " order by created_at desc, id desc limit ?")
        .params(utc(from.at()), from.id(), limit)
        .query(new SimplePropertyRowMapper<>(Sending.class))
        .list();
  }

  private static Parcel parcel(ResultSet row, int number) throws SQLException {
    return new Parcel(
        row.getString("id"),
        Channel.valueOf(row.getString("channel")),
        row.getString("target"),
        new Notice(
            row.getString("key"),
            Kind.of(row.getString("kind")),
            row.getString("about"),
            row.getString("tenant"),
            row.getString("path"),
            new Programs(),
            JSON.readValue(row.getString("facts"), FACTS),
            row.getBoolean("urgent")),
        row.getInt("tries"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
