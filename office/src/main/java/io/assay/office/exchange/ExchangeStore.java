package io.assay.office.exchange;

import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.office.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the index. */
@Component
class ExchangeStore {
  private static final String SUMMARY =
      "id, received_at, closed_at, tenant, key, subject, endpoint, capability, model, outcome,"
          + " took_micros, labels";
  private static final String NO_CANARY = " tenant not in (select c.tenant from posture.canary c) ";
  private static final String BLOCKED =
      "count(*) filter (where outcome in ('BLOCKED_INPUT', 'BLOCKED_OUTPUT', 'HELD'))";

  /** A column whose values a filter offers, of exchanges that were not refused at the door. */
  enum Facet {
    ENDPOINT("endpoint"),
    CAPABILITY("capability"),
    MODEL("model");

    private final String text;

    Facet(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final JdbcClient jdbc;

  ExchangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Totals totals(Instant from) {
    return jdbc.sql(
            "select count(*) filter (where outcome = 'DELIVERED'), "
                + BLOCKED
                + ", count(*) filter (where outcome = 'REFUSED'),"
                + " count(*) filter (where outcome = 'FAILED'),"
                + " count(*) filter (where outcome = 'ABANDONED'),"
                + " count(*) filter (where outcome is null),"
                + " count(*) filter (where outcome = 'DELIVERED' and labels > 0),"
                + " count(*) filter (where outcome = 'DELIVERED' and labels = 0)"
                + " from exchange.exchange where received_at >= ? and"
                + NO_CANARY)
        .param(utc(from))
        .query(
            (row, number) ->
                new Totals(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8)))
        .single();
  }

  long canaries(Instant from) {
    return jdbc.sql(
            "select count(*) from exchange.exchange where received_at >= ? and not ("
                + NO_CANARY
                + ")")
        .param(utc(from))
        .query(Long.class)
        .single();
  }

  List<Bar> bars(Instant from, Duration step) {
    return jdbc.sql(
            "select date_bin(cast(? as interval), received_at, ?) as start,"
                + " count(*) filter (where outcome = 'DELIVERED'), "
                + BLOCKED
                + ", count(*) filter (where outcome = 'REFUSED'),"
                + " count(*) filter (where outcome in ('FAILED', 'ABANDONED'))"
                + " from exchange.exchange where received_at >= ? and"
                + NO_CANARY
                + "group by start")
        .params(step.toSeconds() + " seconds", utc(from), utc(from))
        .query(
            (row, number) ->
                new Bar(
                    instant(row, "start"),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)))
        .list();
  }

  List<ExchangeSummary> list(ExchangeFilter filter, Optional<Cursor> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    filter.from().ifPresent(from -> add(conditions, values, "received_at >= ?", utc(from)));
    filter.to().ifPresent(to -> add(conditions, values, "received_at < ?", utc(to)));
    filter.outcome().ifPresent(ending -> add(conditions, values, "outcome = ?", ending.name()));
    addText(conditions, values, "endpoint = ?", filter.endpoint());
    addText(conditions, values, "capability = ?", filter.capability());
    addText(conditions, values, "model = ?", filter.model());
    addText(conditions, values, "tenant = ?", filter.tenant());
    addText(conditions, values, "subject = ?", filter.subject());
    addText(
        conditions,
        values,
        "id in (select exchange from exchange.content where produce_id = ?)",
        filter.contentNumber());
    if (filter.withoutCanaries()) {
      conditions.add(NO_CANARY);
    }
    if (filter.gapsOnly()) {
      conditions.add("outcome = 'DELIVERED' and labels = 0");
    }
    after.ifPresent(
        cursor -> {
          conditions.add("(received_at, id) < (?, ?)");
          values.add(utc(cursor.at()));
          values.add(cursor.id());
        });
    values.add(limit);
    return jdbc.sql(
            "select "
                + SUMMARY
                + " from exchange.exchange where id in (select id from exchange.exchange where "
                + String.join(" and ", conditions)
                + " order by received_at desc, id desc limit ?) order by received_at desc, id desc")
        .params(values)
        .query((row, number) -> summary(row))
        .list();
  }

  Optional<StoredExchange> find(String id) {
    return jdbc.sql(
            "select "
                + SUMMARY
                + ", shard, received_index, received_entry, closed_index, closed_entry"
                + " from exchange.exchange where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new StoredExchange(
                    summary(row),
                    row.getString("shard"),
                    Optional.ofNullable(row.getString("received_entry")),
                    row.getLong("received_index"),
                    Optional.ofNullable(row.getString("closed_entry")),
                    row.getLong("closed_index")))
        .optional();
  }

  List<String> values(Facet facet) {
    return jdbc.sql("select value from exchange.facet where name = ? order by value limit 100")
        .param(facet.text)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static void add(
      List<String> conditions, List<Object> values, String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  private static void addText(
      List<String> conditions, List<Object> values, String condition, String value) {
    if (!value.isEmpty()) {
      add(conditions, values, condition, value);
    }
  }

  private static ExchangeSummary summary(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new ExchangeSummary(
        row.getString("id"),
        instant(row, "received_at"),
        Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
        outcome(row.getString("outcome")),
        new Origin(
            row.getString("tenant"),
            row.getString("key"),
            row.getString("subject"),
            row.getString("endpoint"),
            row.getString("capability"),
            row.getString("model")),
        row.getLong("took_micros"),
        row.getInt("labels"));
  }

  Optional<String> issuing(String produceId) {
    return jdbc.sql(
            "select c.exchange from exchange.content c join exchange.exchange x on x.id = c.exchange"
                + " where c.produce_id = ? order by x.received_at limit 1")
        .param(produceId)
        .query(String.class)
        .optional();
  }

  private static Optional<Outcome> outcome(@Nullable String name) {
    return Stream.of(Outcome.values()).filter(known -> known.name().equals(name)).findFirst();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
