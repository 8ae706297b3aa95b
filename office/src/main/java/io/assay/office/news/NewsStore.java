package io.assay.office.news;

import io.assay.office.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NewsStore {
  private static final String EDITION =
      "select e.id, e.name, e.in_force_from, (select count(*) from news.unit u where u.edition ="
          + " e.id) as units, e.imported_by, e.imported_at from news.edition e ";

  private final JdbcClient jdbc;

  NewsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Permit> permit() {
    return jdbc.sql("select number, holder, valid_from, valid_until from news.permit")
        .query(
            (row, number) ->
                new Permit(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class)))
        .optional();
  }

  void enter(Permit permit, String actor, Instant at) {
    jdbc.sql(
            "insert into news.permit (number, holder, valid_from, valid_until, entered_by,"
                + " entered_at) values (?, ?, ?, ?, ?, ?) on conflict (only_row) do update set"
                + " number = excluded.number, holder = excluded.holder, valid_from ="
                + " excluded.valid_from, valid_until = excluded.valid_until, entered_by ="
                + " excluded.entered_by, entered_at = excluded.entered_at")
        .params(
            permit.number(),
            permit.holder(),
            permit.validFrom(),
            permit.validUntil(),
            actor,
            utc(at))
        .update();
  }

  boolean add(ListEdition edition, List<Unit> units) {
    boolean added =
        jdbc.sql(
                    "insert into news.edition (id, name, in_force_from, imported_by, imported_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                    edition.id(),
                    edition.name(),
                    edition.inForceFrom(),
                    edition.importedBy(),
                    utc(edition.importedAt()))
                .update()
            == 1;
    if (added) {
      jdbc.sql(
              "insert into news.unit (edition, name, category)"
                  + " select ?, * from unnest(?::text[], ?::text[]) on conflict do nothing")
          .param(edition.id())
          .param(units.stream().map(Unit::name).toArray(String[]::new))
          .param(units.stream().map(Unit::category).toArray(String[]::new))
          .update();
    }
    return added;
  }

  List<ListEdition> editions() {
    return jdbc.sql(EDITION + "order by e.in_force_from desc").query(NewsStore::edition).list();
  }

  /** The edition in force on a day. */
  Optional<ListEdition> inForce(LocalDate day) {
    return jdbc.sql(EDITION + "where e.in_force_from <= ? order by e.in_force_from desc limit 1")
        .param(day)
        .query(NewsStore::edition)
        .optional();
  }

  boolean lists(String edition, String unit) {
    return jdbc.sql("select exists (select from news.unit where edition = ? and name = ?)")
        .params(edition, unit)
        .query(Boolean.class)
        .single();
  }

  List<Unit> units(String edition, String part, int limit) {
    return jdbc.sql(
            "select name, category from news.unit where edition = ? and position(? in name) > 0"
                + " order by category, name limit ?")
        .params(edition, part, limit)
        .query((row, number) -> new Unit(row.getString(1), row.getString(2)))
        .list();
  }

  void add(Examination it) {
    jdbc.sql(
            "insert into news.examination (id, exchange, subject, title, at, declared, score,"
                + " reasons, unit, edition, original_on, original, reprint, divergence, ruling,"
                + " code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.id())
        .param(it.exchange())
        .param(it.subject())
        .param(it.title())
        .param(utc(it.at()))
        .param(it.declared())
        .param(it.score())
        .param(it.reasons().toArray(String[]::new))
        .param(it.unit())
        .param(it.edition())
        .param(it.originalOn())
        .param(it.original())
        .param(it.reprint())
        .param(it.divergence())
        .param(it.ruling())
        .param(it.code())
        .update();
  }

  void entered(String exchange, String publication) {
    jdbc.sql("update news.examination set publication = ? where exchange = ?")
        .params(publication, exchange)
        .update();
  }

  void decide(String id, String decision, String by, Instant at, String note) {
    jdbc.sql(
            "update news.examination set decision = ?, decided_by = ?, decided_at = ?, note = ?"
                + " where id = ?")
        .params(decision, by, utc(at), note, id)
        .update();
  }

  Optional<Examination> find(String id) {
    return jdbc.sql("select * from news.examination where id = ?")
        .param(id)
        .query(NewsStore::examination)
        .optional();
  }

  Optional<Examination> lock(String id) {
    return jdbc.sql("select * from news.examination where id = ? for update")
        .param(id)
        .query(NewsStore::examination)
        .optional();
  }

  List<Examination> waiting(int limit) {
    return jdbc.sql(
            "select * from news.examination where ruling = 'HOLD' and decision is null"
                + " and publication is not null order by at, id limit ?")
        .param(limit)
        .query(NewsStore::examination)
        .list();
  }

  /** The newest, after a cursor. */
  List<Examination> latest(Cursor after, int limit) {
    return jdbc.sql(
            "select * from news.examination where (at, id) < (?, ?)"
                + " order by at desc, id desc limit ?")
        .params(after.at().atOffset(ZoneOffset.UTC), after.id(), limit)
        .query(NewsStore::examination)
        .list();
  }

  private static ListEdition edition(ResultSet row, int number) throws SQLException {
    return new ListEdition(
        row.getString(1),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getLong(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }

  private static Examination examination(ResultSet row, int number) throws SQLException {
    @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Examination(
        row.getString("id"),
        row.getString("exchange"),
        row.getString("publication"),
        row.getString("subject"),
        row.getString("title"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("declared"),
        row.getInt("score"),
        List.of((String[]) row.getArray("reasons").getArray()),
        row.getString("unit"),
        row.getString("edition"),
        row.getObject("original_on", LocalDate.class),
        row.getString("original"),
        row.getString("reprint"),
        row.getObject("divergence", Integer.class),
        row.getString("ruling"),
        row.getString("code"),
        row.getString("decision"),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant(),
        row.getString("note"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
