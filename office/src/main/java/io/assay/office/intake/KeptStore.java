package io.assay.office.intake;

import io.assay.office.deadline.Basis;
import io.assay.office.deadline.Limit;
import io.assay.office.intake.Kept.Breach;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts from the clocks themselves how promises were kept. */
@Component
class KeptStore {
  private static final int LISTED = 100;

  private final JdbcClient jdbc;

  KeptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Kept of(Door door, Instant since, Instant now) {
    long received =
        jdbc.sql("select count(*) from intake.case where door = ? and received_at >= ?")
            .params(door.name(), CaseStore.utc(since))
            .query(Long.class)
            .single();
    return jdbc.sql(
            "select count(*) filter (where state = 'MET') as in_time,"
                + " count(*) filter (where state in ('MET', 'BREACHED')"
                + " or (ended_at is null and paused_at is null and due_at < ?)) as ended"
                + " from deadline.deadline where rule = ? and start_at >= ?")
        .params(CaseStore.utc(now), door.decide(), CaseStore.utc(since))
        .query(
            (row, number) ->
                new Kept(
                    door,
                    received,
                    row.getLong("in_time"),
                    row.getLong("ended"),
                    breaches(door, since, now)))
        .single();
  }

  private List<Breach> breaches(Door door, Instant since, Instant now) {
    return jdbc.sql(
            "select value, unit, basis, due_at, ended_at from deadline.deadline where rule = ?"
                + " and start_at >= ? and (state = 'BREACHED' or (ended_at is null"
                + " and paused_at is null and due_at < ?)) order by due_at desc limit ?")
        .params(door.decide(), CaseStore.utc(since), CaseStore.utc(now), LISTED)
        .query(
            (row, number) -> {
              OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
              return new Breach(
                  door,
                  new Limit(row.getInt("value"), Limit.Unit.valueOf(row.getString("unit"))),
                  Basis.valueOf(row.getString("basis")),
                  row.getObject("due_at", OffsetDateTime.class).toInstant(),
                  ended == null ? null : ended.toInstant());
            })
        .list();
  }
}
