package io.assay.office.rumor;

import io.assay.office.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RumorStore {
  private static final RowMapper<Rumor> ROW = new SimplePropertyRowMapper<>(Rumor.class);

  private final JdbcClient jdbc;

  RumorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Rumor it) {
    jdbc.sql(
            "insert into rumor.rumor (id, claim, phrase, major, state, fingerprint, opened_by,"
                + " opened_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            it.id(),
            it.claim(),
            it.phrase(),
            it.major(),
            it.state().name(),
            it.fingerprint(),
            it.openedBy(),
            utc(it.openedAt()))
        .update();
  }

  Optional<Rumor> find(String id) {
    return jdbc.sql("select * from rumor.rumor where id = ?").param(id).query(ROW).optional();
  }

  Optional<Rumor> lock(String id) {
    return jdbc.sql("select * from rumor.rumor where id = ? for update")
        .param(id)
        .query(ROW)
        .optional();
  }

  /** The newest, after a cursor. */
  List<Rumor> list(Cursor after, int limit) {
    return jdbc.sql(
            "select * from rumor.rumor where (opened_at, id) < (?, ?)"
                + " order by opened_at desc, id desc limit ?")
        .params(utc(after.at()), after.id(), limit)
        .query(ROW)
        .list();
  }

  List<Rumor> refuted(int limit) {
    return jdbc.sql(
            "select * from rumor.rumor where refuted_at is not null order by refuted_at desc"
                + " limit ?")
        .param(limit)
        .query(ROW)
        .list();
  }

  /** Claims known to be false, against which every draft is held. */
  List<Rumor> confirmedFalse() {
    return jdbc.sql("select * from rumor.rumor where state not in ('SUSPECTED', 'TRUE')")
        .query(ROW)
        .list();
  }

  void verified(String id, RumorState state, String source, String url, String by, Instant at) {
    jdbc.sql(
            "update rumor.rumor set state = ?, source = ?, source_url = ?, verified_by = ?,"
                + " verified_at = ? where id = ?")
        .params(state.name(), source, url, by, utc(at), id)
        .update();
  }

  void contained(String id, Instant at) {
    jdbc.sql("update rumor.rumor set state = 'CONTAINED', contained_at = ? where id = ?")
        .params(utc(at), id)
        .update();
  }

  void refuted(String id, String refutation, String by, Instant at) {
    jdbc.sql(
            "update rumor.rumor set state = 'REFUTED', refutation = ?, refuted_by = ?,"
                + " refuted_at = ? where id = ?")
        .params(refutation, by, utc(at), id)
        .update();
  }

  void reported(String id, String report, Instant at) {
    jdbc.sql("update rumor.rumor set state = 'REPORTED', report = ?, reported_at = ? where id = ?")
        .params(report, utc(at), id)
        .update();
  }

  void closed(String id, Instant at) {
    jdbc.sql("update rumor.rumor set state = 'CLOSED', closed_at = ? where id = ?")
        .params(utc(at), id)
        .update();
  }

  void proposed(String id, String feature) {
    jdbc.sql("update rumor.rumor set feature = ? where id = ?").params(feature, id).update();
  }

  void scanned(String id, int scanned, int scannable) {
    jdbc.sql("update rumor.rumor set scanned = ?, scannable = ? where id = ?")
        .params(scanned, scannable, id)
        .update();
  }

  void affects(String id, Affected it) {
    jdbc.sql(
            "insert into rumor.affected (rumor, exchange, publication, subject, how, found_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (rumor, exchange) do update set"
                + " publication = coalesce(affected.publication, excluded.publication)")
        .param(id)
        .param(it.exchange())
        .param(it.publication())
        .param(it.subject())
        .param(it.how())
        .param(utc(it.foundAt()))
        .update();
  }

  List<Affected> affected(String id) {
    return jdbc.sql(
            "select exchange, publication, subject, how, found_at from rumor.affected"
                + " where rumor = ? order by found_at, exchange")
        .param(id)
        .query(new SimplePropertyRowMapper<>(Affected.class))
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
