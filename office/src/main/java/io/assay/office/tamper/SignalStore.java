package io.assay.office.tamper;

import io.assay.office.Cursor;
import io.assay.office.tamper.Signal.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SignalStore {
  private final JdbcClient jdbc;

  SignalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts what is known already: undecided, or of an exchange whose case is open. */
  boolean again(Sighting seen, Instant now) {
    return jdbc.sql(
                "update tamper.signal set times = times + 1, last_at = ? where id = (select id from"
                    + " tamper.signal where verdict = ? and exchange = ? and (state = 'NEW' or"
                    + " state = 'CASE' and exchange <> '') order by noticed_at desc limit 1)")
            .params(utc(now), seen.verdict().name(), seen.exchange())
            .update()
        > 0;
  }

  /** False when another check was faster with the same. */
  boolean add(String id, Sighting seen, Instant now) {
    return jdbc.sql(
                "insert into tamper.signal (id, verdict, exchange, produce_id, file_sha256, format,"
                    + " noticed_by, noticed_at, last_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                id,
                seen.verdict().name(),
                seen.exchange(),
                seen.produceId(),
                seen.fileSha256(),
                seen.format(),
                seen.by(),
                utc(now),
                utc(now))
            .update()
        > 0;
  }

  Optional<Signal> find(String id) {
    return one("select * from tamper.signal where id = ?", id);
  }

  Optional<Signal> lock(String id) {
    return one("select * from tamper.signal where id = ? for update", id);
  }

  /** The newest, after a cursor. */
  List<Signal> list(Optional<State> state, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    String wanted = state.map(Enum::name).orElse("");
    return jdbc.sql(
            "select * from tamper.signal where (noticed_at, id) < (?, ?) and (? = '' or state = ?)"
                + " order by noticed_at desc, id desc limit ?")
        .params(utc(from.at()), from.id(), wanted, wanted, limit)
        .query(new SimplePropertyRowMapper<>(Signal.class))
        .list();
  }

  void decide(String id, State state, String matter, String reason, String actor, Instant now) {
    jdbc.sql(
            "update tamper.signal set state = ?, matter = ?, reason = ?, decided_by = ?,"
                + " decided_at = ? where id = ?")
        .params(state.name(), matter, reason, actor, utc(now), id)
        .update();
  }

  private Optional<Signal> one(String query, String id) {
    return jdbc.sql(query).param(id).query(new SimplePropertyRowMapper<>(Signal.class)).optional();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
