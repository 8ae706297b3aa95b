package io.assay.office.intake;

import io.assay.office.deadline.Basis;
import io.assay.office.deadline.Limit;
import io.assay.office.intake.Kept.Breach;
import io.assay.office.intake.Kept.Share;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts from the clocks themselves how promises were kept. */
@Component
class KeptStore {
  private static final int LISTED = 100;
  private static final String OVERDUE = "ended_at is null and paused_at is null and due_at < ?";

  private final JdbcClient jdbc;

  KeptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Kept of(Door door, Instant since, Instant now) {
    return jdbc.sql(
            "select count(*) as received, count(satisfaction) as said, count(*) filter (where"
                + " satisfaction in ('VERY_SATISFIED', 'SATISFIED')) as content"
                + " from intake.case where door = ? and received_at >= ?")
        .params(door.name(), CaseStore.utc(since))
        .query(
            (row, number) ->
                new Kept(
                    door,
                    row.getLong("received"),
                    inTime(door.acknowledge(), since, now),
                    inTime(door.decide(), since, now),
                    new Share(row.getLong("content"), row.getLong("said")),
                    breaches(door, since, now)))
        .single();
  }

  /** Of the clocks of a rule that ended or are over, those met. */
  private Share inTime(String rule, Instant since, Instant now) {
    return jdbc.sql(
            "select count(*) filter (where state = 'MET') as met,"
                + " count(*) filter (where state in ('MET', 'BREACHED') or ("
                + OVERDUE
                + ")) as ended from deadline.deadline where rule = ? and start_at >= ?")
        .params(CaseStore.utc(now), rule, CaseStore.utc(since))
        .query((row, number) -> new Share(row.getLong("met"), row.getLong("ended")))
        .single();
  }

  private List<Breach> breaches(Door door, Instant since, Instant now) {
    return jdbc.sql(
            "select rule, value, unit, basis, due_at, ended_at from deadline.deadline where rule in"
                + " (?, ?) and start_at >= ? and (state = 'BREACHED' or ("
                + OVERDUE
                + ")) order by due_at desc limit ?")
        .params(door.acknowledge(), door.decide(), CaseStore.utc(since), CaseStore.utc(now), LISTED)
        .query(
            (row, number) -> {
              OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
              return new Breach(
                  door,
                  row.getString("rule"),
                  new Limit(row.getInt("value"), Limit.Unit.valueOf(row.getString("unit"))),
                  Basis.valueOf(row.getString("basis")),
                  row.getObject("due_at", OffsetDateTime.class).toInstant(),
                  ended == null ? null : ended.toInstant());
            })
        .list();
  }
}
