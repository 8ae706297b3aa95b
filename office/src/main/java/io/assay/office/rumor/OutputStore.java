package io.assay.office.rumor;

import io.assay.gateway.journal.KeptOutputs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts that were delivered, for comparison by the machine; nobody sees them here. */
@Component
class OutputStore {
  private final JdbcClient jdbc;
  private final ObjectProvider<KeptOutputs> outputs;

  OutputStore(JdbcClient jdbc, ObjectProvider<KeptOutputs> outputs) {
    this.jdbc = jdbc;
    this.outputs = outputs;
  }

  /** A delivered text and where it is kept. */
  record Output(String exchange, String subject, String shard, String commitment) {}

  /** How many texts were delivered since. */
  int count(Instant since) {
    return jdbc.sql(
            "select count(*) from exchange.exchange where outcome = 'DELIVERED'"
                + " and capability = 'chat' and received_at >= ?")
        .param(utc(since))
        .query(Integer.class)
        .single();
  }

  /** The latest texts delivered since. */
  List<Output> latest(Instant since, int limit) {
    return jdbc.sql(
            "select id, subject, shard, (closed_entry::jsonb)->'body'->'output'->>'commitment'"
                + " from exchange.exchange where outcome = 'DELIVERED' and capability = 'chat'"
                + " and received_at >= ? order by received_at desc limit ?")
        .params(utc(since), limit)
        .query(
            (row, number) ->
                new Output(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  Optional<String> text(Output output) {
    return output.commitment() == null || output.commitment().isEmpty()
        ? Optional.empty()
        : outputs.stream()
            .findFirst()
            .flatMap(
                it ->
                    it.open(
                        output.shard(), output.subject(), output.exchange(), output.commitment()))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whose exchange it is; empty when there is none. */
  Optional<String> subjectOf(String exchange) {
    return jdbc.sql("select subject from exchange.exchange where id = ?")
        .param(exchange)
        .query(String.class)
        .optional();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
