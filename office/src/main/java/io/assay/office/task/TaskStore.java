package io.assay.office.task;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.content.View.Part;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks. */
@Component
class TaskStore {
  private static final String FREE =
      "state in ('OPEN', 'EXPERT') and (state = 'OPEN' or ?)"
          + " and (holder is null or held_until <= ? or holder = ?)"
          + " and (reserved_for is null or reserved_for = ?)"
          + " and not exists (select from task.decision d where d.task = t.id and d.reviewer = ?"
          + " and d.undone_at is null)";

  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many tasks of a queue wait, how many are late, and since when the oldest waits. */
  public record Depth(
      Queue queue, long waiting, long late, long expert, @Nullable Instant oldest) {}

  /** What was decided about a feature before. */
  public record Past(Task task, Decision decision) {}

  void add(Task task) {
    jdbc.sql(
            "insert into task.task (id, exchange, subject, tenant, capability, part, queue,"
                + " category, features, pool, priority, wanted, created_at, due_at, state)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, 'OPEN')"
                + " on conflict do nothing")
        .params(
            task.id(),
            task.exchange(),
            task.subject(),
            task.tenant(),
            task.capability(),
            task.part().name(),
            task.queue().name(),
            task.category(),
            task.features().toArray(String[]::new),
            task.pool(),
            task.priority(),
            task.wanted(),
            utc(task.createdAt()),
            utc(task.dueAt()))
        .update();
  }

  /** Copies a closed task whose answer is known, for one reviewer who has not decided it. */
  boolean addGolden(String id, String reviewer, Instant now, Instant due) {
    return jdbc.sql(
                "insert into task.task (id, exchange, subject, tenant, capability, part, queue,"
                    + " category, features, pool, priority, wanted, created_at, due_at, state,"
                    + " golden, reserved_for) select ?, exchange, subject, tenant, capability,"
                    + " part, queue, category, features, pool, 40, 1, ?, ?, 'OPEN', golden, ?"
                    + " from task.task s where s.golden is not null and s.reserved_for is null"
                    + " and not exists (select from task.decision d join task.task x"
                    + " on x.id = d.task where x.exchange = s.exchange and d.reviewer = ?)"
                    + " and not exists (select from task.task x where x.reserved_for = ?"
                    + " and x.state = 'OPEN') order by s.created_at limit 1")
            .params(id, utc(now), utc(due), reviewer, reviewer, reviewer)
            .update()
        == 1;
  }

  Optional<Task> find(String id) {
    return jdbc.sql("select * from task.task where id = ?")
        .param(id)
        .query(TaskStore::row)
        .optional();
  }

  Optional<Task> lock(String id) {
    return jdbc.sql("select * from task.task where id = ? for update")
        .param(id)
        .query(TaskStore::row)
        .optional();
  }

  /** The next task for a reviewer, nobody else's, locked: what they hold first. */
  Optional<Task> next(String reviewer, boolean expert, Instant now) {
    return jdbc.sql(
            "select * from task.task t where "
                + FREE
                + " order by (holder is not null and holder = ?) desc, priority desc, due_at, id"
                + " limit 1 for update skip locked")
        .params(expert, utc(now), reviewer, reviewer, reviewer, reviewer)
        .query(TaskStore::row)
        .optional();
  }

  /** The task on an exchange that somebody holds now. */
  Optional<String> heldOn(String exchange, String holder, Instant now) {
    return jdbc.sql(
            "select id from task.task where exchange = ? and holder = ? and held_until > ?"
                + " and state in ('OPEN', 'EXPERT') order by id limit 1")
        .params(exchange, holder, utc(now))
        .query(String.class)
        .optional();
  }

  void hold(String id, String holder, Instant until) {
    jdbc.sql("update task.task set holder = ?, held_until = ? where id = ?")
        .params(holder, utc(until), id)
        .update();
  }

  void free(String id) {
    jdbc.sql("update task.task set holder = null, held_until = null where id = ?")
        .param(id)
        .update();
  }

  void move(String id, Task.State state, @Nullable Choice result, @Nullable Instant settles) {
    jdbc.sql(
            "update task.task set state = ?, result = ?, settles_at = ?, holder = null,"
                + " held_until = null where id = ?")
        .param(state.name())
        .param(result == null ? null : result.name())
        .param(settles == null ? null : utc(settles))
        .param(id)
        .update();
  }

  /** The salt of a task, this one where it has none yet. */
  String salt(String id, String fresh) {
    return jdbc.sql("update task.task set salt = coalesce(salt, ?) where id = ? returning salt")
        .params(fresh, id)
        .query(String.class)
        .single();
  }

  /** Notes by what its content is known again, its first file; the first note stays. */
  void known(String id, String sha256) {
    jdbc.sql("update task.task set sha256 = ? where id = ? and sha256 is null")
        .params(sha256, id)
        .update();
  }

  /** Pictures that wait and have not been hashed. */
  List<Task> unhashed(int limit) {
    return jdbc.sql(
            "select * from task.task where pdq is null and state in ('OPEN', 'EXPERT')"
                + " and (part = 'ATTACHMENT' or (part = 'OUTPUT' and capability = 'image'))"
                + " order by created_at limit ?")
        .param(limit)
        .query(TaskStore::row)
        .list();
  }

  void hashed(String id, String pdq) {
    jdbc.sql("update task.task set pdq = ? where id = ?").params(pdq, id).update();
  }

  /** The hashes of a task's pictures; empty where there is none. */
  String pdq(String id) {
    return jdbc.sql("select coalesce(pdq, '') from task.task where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** Pictures of requests or of answers on which nobody has begun, by task. */
  Map<String, String> untouchedPictures(Part part) {
    Map<String, String> pictures = new HashMap<>();
    jdbc.sql(
            "select id, pdq from task.task t where state = 'OPEN' and pdq <> '' and holder is null"
                + " and golden is null and wanted = 1 and part = ? and not exists"
                + " (select from task.decision d where d.task = t.id and d.undone_at is null)"
                + " for update skip locked")
        .param(part.name())
        .query(
            row -> {
              pictures.put(row.getString(1), row.getString(2));
            });
    return pictures;
  }

  void golden(String id, Choice answer) {
    jdbc.sql("update task.task set golden = ? where id = ?").params(answer.name(), id).update();
  }

  List<String> settling(Instant now) {
    return jdbc.sql(
            "select id from task.task where state = 'DECIDED' and settles_at <= ?"
                + " order by settles_at for update skip locked")
        .param(utc(now))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Tasks that wait for anybody, in the order in which they are handed out. */
  List<Task> waiting(int limit) {
    return jdbc.sql(
            "select * from task.task t where state in ('OPEN', 'EXPERT') and reserved_for is null"
                + " order by priority desc, due_at, id limit ?")
        .param(limit)
        .query(TaskStore::row)
        .list();
  }

  /** Tasks in any state, the newest first; golden copies are not told. */
  Slice<Task> list(Optional<Task.State> state, Cursor before, int limit) {
    List<Object> values = new ArrayList<>(List.of(utc(before.at()), before.id()));
    state.ifPresent(it -> values.add(it.name()));
    values.add(limit + 1);
    List<Task> rows =
        jdbc.sql(
                "select * from task.task where reserved_for is null and (created_at, id) < (?, ?)"
                    + (state.isPresent() ? " and state = ?" : "")
                    + " order by created_at desc, id desc limit ?")
            .params(values)
            .query(TaskStore::row)
            .list();
    return Slice.of(rows, limit, task -> new Cursor(task.createdAt(), task.id()));
  }

  List<Depth> depths(Instant now) {
    return jdbc.sql(
            "select queue, count(*), count(*) filter (where due_at < ?),"
                + " count(*) filter (where state = 'EXPERT'), min(created_at) from task.task"
                + " where state in ('OPEN', 'EXPERT') and reserved_for is null group by queue"
                + " order by queue")
        .param(utc(now))
        .query(
            (row, number) ->
                new Depth(
                    Queue.valueOf(row.getString(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    instant(row, "min")))
        .list();
  }

  /** Closed tasks in which one of these features hit, the latest first. */
  List<Task> similar(List<String> features, String except, int limit) {
    return jdbc.sql(
            "select * from task.task where features && ?::text[] and state = 'CLOSED' and id <> ?"
                + " and reserved_for is null order by created_at desc, id limit ?")
        .params(features.toArray(String[]::new), except, limit)
        .query(TaskStore::row)
        .list();
  }

  void opened(String task, String field, String reviewer, Instant at) {
    jdbc.sql("insert into task.opening (task, field, reviewer, at) values (?, ?, ?, ?)")
        .params(task, field, reviewer, utc(at))
        .update();
  }

  /** When the reviewer opened texts and files since a moment, the earliest first; each once. */
  List<Instant> openings(String reviewer, Instant since) {
    return jdbc.sql(
            "select min(at) as at from task.opening where reviewer = ? and at > ?"
                + " group by task, field order by 1")
        .params(reviewer, utc(since))
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  private static Task row(ResultSet row, int number) throws SQLException {
    Array features = row.getArray("features");
    return new Task(
        row.getString("id"),
        row.getString("exchange"),
        row.getString("subject"),
        row.getString("tenant"),
        row.getString("capability"),
        Part.valueOf(row.getString("part")),
        Queue.valueOf(row.getString("queue")),
        row.getString("category"),
        List.of((String[]) features.getArray()),
        row.getString("pool"),
        row.getInt("priority"),
        row.getInt("wanted"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        Task.State.valueOf(row.getString("state")),
        row.getString("holder"),
        instant(row, "held_until"),
        choice(row.getString("result")),
        row.getString("sha256") != null,
        choice(row.getString("golden")));
  }

  private static @Nullable Choice choice(@Nullable String name) {
    return name == null ? null : Choice.valueOf(name);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
