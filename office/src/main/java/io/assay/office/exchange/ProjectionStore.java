package io.assay.office.exchange;

import io.assay.gateway.journal.Outcome;
import io.assay.ledger.Entry;
import io.assay.ledger.LogReader.Placed;
import io.assay.office.exchange.ExchangeStore.Facet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the index. Every statement may be repeated with the same entry and changes nothing. */
@Component
class ProjectionStore {
  private static final String ORIGIN = "tenant, key, subject, endpoint, capability, model";

  private static final int LONGEST_FACET = 200;

  private final JdbcClient jdbc;

  ProjectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first entry of the shard that has not been read; nobody else moves it meanwhile. */
  long lockedPosition(String shard) {
    jdbc.sql("insert into exchange.position (shard, next) values (?, 0) on conflict do nothing")
        .param(shard)
        .update();
    return jdbc.sql("select next from exchange.position where shard = ? for update")
        .param(shard)
        .query(Long.class)
        .single();
  }

  void moveTo(String shard, long next) {
    jdbc.sql("update exchange.position set next = ? where shard = ?").params(next, shard).update();
  }

  /** Tenants under which the system tries itself. */
  Set<String> canaries() {
    return Set.copyOf(
        jdbc.sql("select tenant from posture.canary")
            .query((row, number) -> row.getString(1))
            .list());
  }

  void received(String shard, Placed placed, Body body) {
    jdbc.sql(
            "insert into exchange.exchange (id, received_at, "
                + ORIGIN
                + ", shard, received_index, received_entry)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                + " received_at = excluded.received_at, received_index = excluded.received_index,"
                + " received_entry = excluded.received_entry")
        .params(
            body.text("exchange"),
            time(placed.entry()),
            body.text("tenant"),
            body.text("key"),
            body.text("subject"),
            body.text("endpoint"),
            body.text("capability"),
            body.text("model"),
            shard,
            placed.index(),
            placed.entry().toString())
        .update();
  }

  void closed(String shard, Placed placed, Body body) {
    jdbc.sql(
            "insert into exchange.exchange (id, received_at, closed_at, "
                + ORIGIN
                + ", outcome, produce_id, took_micros, labels, shard, closed_index, closed_entry)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id)"
                + " do update set closed_at = excluded.closed_at, outcome = excluded.outcome,"
                + " produce_id = excluded.produce_id, took_micros = excluded.took_micros,"
                + " labels = excluded.labels, closed_index = excluded.closed_index,"
                + " closed_entry = excluded.closed_entry")
        .params(
            body.text("exchange"),
            time(placed.entry()),
            time(placed.entry()),
            body.text("tenant"),
            body.text("key"),
            body.text("subject"),
            body.text("endpoint"),
            body.text("capability"),
            body.text("model"),
            body.text("outcome"),
            body.text("produce_id"),
            tookMicros(body),
            body.parts("labels").size(),
            shard,
            placed.index(),
            placed.entry().toString())
        .update();
    if (!body.text("outcome").equals(Outcome.REFUSED.name())) {
      for (Facet facet : Facet.values()) {
        facet(facet.text(), body.text(facet.text()));
      }
    }
    content(body.text("produce_id"), body, "", "");
    for (Body part : body.parts("contents")) {
      content(part.text("produce_id"), body, part.text("payload_sha256"), part.text("aigc"));
    }
  }

  void empty() {
    jdbc.sql("truncate exchange.position, exchange.exchange, exchange.content, exchange.facet")
        .update();
  }

  private void facet(String name, String value) {
    jdbc.sql(
            "insert into exchange.facet (name, value) select ?, ? where ? <> ''"
                + " on conflict do nothing")
        .params(name, value.substring(0, Math.min(value.length(), LONGEST_FACET)), value)
        .update();
  }

  private void content(String produceId, Body exchange, String payloadSha256, String aigc) {
    if (produceId.isEmpty()) {
      return;
    }
    jdbc.sql(
            "insert into exchange.content (produce_id, exchange, payload_sha256, aigc)"
                + " values (?, ?, ?, ?) on conflict (produce_id, exchange) do update set"
                + " payload_sha256 = excluded.payload_sha256, aigc = excluded.aigc")
        .params(produceId, exchange.text("exchange"), payloadSha256, aigc)
        .update();
  }

  private static long tookMicros(Body body) {
    return body.parts("steps").stream()
        .mapToLong(step -> step.number("at_micros") + step.number("took_micros"))
        .max()
        .orElse(0);
  }

  private static OffsetDateTime time(Entry entry) {
    return entry.time().atOffset(ZoneOffset.UTC);
  }
}
