package io.assay.office.task;

import io.assay.office.task.Decision.Round;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions; a row is added or marked as taken back, never changed. */
@Component
class DecisionStore {
  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two persons' choices on the same task, neither of whom saw the other's. */
  record Pair(Instant at, Queue queue, String first, Choice one, String second, Choice other) {}

  /** What a person said of a sample; bad is what should not have passed. */
  record Sampled(Instant at, Queue queue, boolean bad) {
    boolean wrong() {
      return bad == (queue == Queue.QA_PASSED);
    }
  }

  /** A reviewer's tallies over a stretch of time. */
  public record Tally(
      String reviewer,
      long decisions,
      long overturned,
      long golden,
      long goldenRight,
      long medianMillis) {}

  void add(Decision decision) {
    jdbc.sql(
            "insert into task.decision (id, task, reviewer, at, choice, ground, note, round,"
                + " overturns, proposal, took_millis) values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''),"
                + " ?, ?)")
        .params(
            decision.id(),
            decision.task(),
            decision.reviewer(),
            utc(decision.at()),
            decision.choice().name(),
            decision.ground().name(),
            decision.note(),
            decision.round().name(),
            decision.overturns(),
            decision.proposal(),
            decision.tookMillis())
        .update();
  }

  /** Decisions of a task that stand, the earliest first. */
  List<Decision> of(String task) {
    return jdbc.sql(
            "select * from task.decision where task = ? and undone_at is null order by at, id")
        .param(task)
        .query(DecisionStore::row)
        .list();
  }

  /** All of a task's decisions, also those taken back. */
  List<Decision> all(String task) {
    return jdbc.sql("select * from task.decision where task = ? order by at, id")
        .param(task)
        .query(DecisionStore::row)
        .list();
  }

  /** The reviewer's last decision since a moment, if it stands and is no reversal. */
  Optional<Decision> last(String reviewer, Instant since) {
    return jdbc.sql(
            "select * from task.decision where reviewer = ? and at > ? and undone_at is null"
                + " and round <> 'REVERSAL' order by at desc limit 1")
        .params(reviewer, utc(since))
        .query(DecisionStore::row)
        .optional();
  }

  void undo(String id, Instant at) {
    jdbc.sql("update task.decision set undone_at = ? where id = ?").params(utc(at), id).update();
  }

  long count(String reviewer) {
    return jdbc.sql(
            "select count(*) from task.decision where reviewer = ? and undone_at is null"
                + " and round <> 'REVERSAL'")
        .param(reviewer)
        .query(Long.class)
        .single();
  }

  List<Pair> pairs(Instant since) {
    return jdbc.sql(
            "select t.queue, a.reviewer, a.choice, b.reviewer, b.choice, b.at from task.decision a"
                + " join task.decision b on b.task = a.task and b.round = 'SECOND'"
                + " and b.undone_at is null join task.task t on t.id = a.task"
                + " where a.round = 'FIRST' and a.undone_at is null and a.at >= ?"
                + " and a.choice <> 'ESCALATE' and b.choice <> 'ESCALATE'")
        .param(utc(since))
        .query(
            (row, number) ->
                new Pair(
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    Queue.valueOf(row.getString(1)),
                    row.getString(2),
                    Choice.valueOf(row.getString(3)),
                    row.getString(4),
                    Choice.valueOf(row.getString(5))))
        .list();
  }

  /** Samples that were decided, by when; those that test reviewers are none. */
  List<Sampled> samples(Instant since) {
    return jdbc.sql(
            "select max(d.at), t.queue, t.result = 'BLOCK' from task.task t"
                + " join task.decision d on d.task = t.id and d.undone_at is null"
                + " where t.queue in ('QA_BLOCKED', 'QA_PASSED') and t.state = 'CLOSED'"
                + " and t.reserved_for is null and d.at >= ? group by t.id")
        .param(utc(since))
        .query(
            (row, number) ->
                new Sampled(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    Queue.valueOf(row.getString(2)),
                    row.getBoolean(3)))
        .list();
  }

  List<Tally> tallies(Instant since) {
    return jdbc.sql(
            "select d.reviewer, count(*) filter (where d.round <> 'REVERSAL'),"
                + " count(*) filter (where d.id in (select overturns from task.decision"
                + " where overturns is not null)), count(t.id),"
                + " count(*) filter (where d.choice = t.golden),"
                + " coalesce(percentile_cont(0.5) within group (order by d.took_millis), 0)::bigint"
                + " from task.decision d left join task.task t on t.id = d.task"
                + " and t.reserved_for is not null where d.at >= ? and d.undone_at is null"
                + " group by d.reviewer order by 2 desc, 1")
        .param(utc(since))
        .query(
            (row, number) ->
                new Tally(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .list();
  }

  private static Decision row(ResultSet row, int number) throws SQLException {
    @Nullable String overturns = row.getString("overturns");
    @Nullable OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
    return new Decision(
        row.getString("id"),
        row.getString("task"),
        row.getString("reviewer"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Choice.valueOf(row.getString("choice")),
        Ground.valueOf(row.getString("ground")),
        row.getString("note"),
        Round.valueOf(row.getString("round")),
        overturns == null ? "" : overturns,
        row.getString("proposal"),
        row.getLong("took_millis"),
        undone == null ? null : undone.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
