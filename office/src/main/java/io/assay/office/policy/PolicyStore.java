package io.assay.office.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PolicyStore {
  private final JdbcClient jdbc;

  PolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change of a number. */
  record Change(
      String name, long value, String proposedBy, String approvedBy, String reason, Instant at) {}

  void add(Change it) {
    jdbc.sql(
            "insert into policy.change (name, value, proposed_by, approved_by, reason, at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            it.name(),
            it.value(),
            it.proposedBy(),
            it.approvedBy(),
            it.reason(),
            it.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Every change, the latest first. */
  List<Change> changes() {
    return jdbc.sql("select * from policy.change order by version desc")
        .query(
            (row, number) ->
                new Change(
                    row.getString("name"),
                    row.getLong("value"),
                    row.getString("proposed_by"),
                    row.getString("approved_by"),
                    row.getString("reason"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
