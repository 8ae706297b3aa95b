package io.assay.office.task;

import static io.assay.office.task.PassingStore.answer;
import static io.assay.office.task.PassingStore.files;
import static io.assay.office.task.PassingStore.texts;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.File;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content that reviewers released, known by salted hashes. */
@Component
public class ReleaseStore {
  private final JdbcClient jdbc;
  private final PassingStore passing;

  ReleaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.passing = new PassingStore(jdbc, "task.release");
  }

  /** Releases in force, by subject. */
  public Map<String, List<Release>> inForce(Instant now) {
    return passing.bySubject(
        "select r.subject, r.task, r.salt, r.capability, r.request_sha256, r.shard, r.exchange,"
            + " r.commitment,"
            + " r.commitment <> '' and not exists (select from disposal.contained c"
            + " where c.produce_id = r.delivered_by) as kept,"
            + " array_agg(f.sha256 order by f.place) as hashes,"
            + " array_agg(f.field order by f.place) as fields,"
            + " array_agg(f.commitment order by f.place) as commitments"
            + " from task.release r join task.file f on f.task = r.task"
            + " where r.revoked_at is null and r.until > ? group by r.task",
        now,
        ReleaseStore::release);
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getString("task"),
        row.getString("salt"),
        Set.copyOf(texts(row, "hashes")),
        row.getBoolean("kept") ? Optional.of(answer(row, given(row))) : Optional.empty());
  }

  /** The files of an answer; the whole of it where it is a text, which has no commitment here. */
  private static List<File> given(ResultSet row) throws SQLException {
    return texts(row, "commitments").contains("")
        ? List.of(new File("answer", row.getString("commitment")))
        : files(row);
  }

  /** Notes where a released answer is kept, and by which request it is asked for again. */
  void keep(String task, HeldAnswer answer) {
    Optional<String> salt =
        jdbc.sql("select salt from task.release where task = ?")
            .param(task)
            .query(String.class)
            .optional();
    salt.ifPresent(
        it ->
            jdbc.sql(
                    "update task.release set capability = ?, request_sha256 = ?, shard = ?,"
                        + " exchange = ?, commitment = ? where task = ? and delivered_at is null")
                .params(
                    answer.capability(),
                    Release.hash(it, answer.request()),
                    answer.shard(),
                    answer.exchange(),
                    answer.commitment(),
                    task)
                .update());
  }

  /** Notes that a released answer has reached its caller. */
  void delivered(String task, String exchange, Instant at) {
    jdbc.sql(
            "update task.release set delivered_at = ?, delivered_by = ?"
                + " where task = ? and delivered_at is null")
        .params(at.atOffset(ZoneOffset.UTC), exchange, task)
        .update();
  }

  /** Releases the content of a task that has been opened. */
  void release(String task, Instant until) {
    jdbc.sql(
            "insert into task.release (task, subject, salt, sha256, until)"
                + " select id, subject, salt, sha256, ? from task.task"
                + " where id = ? and sha256 is not null on conflict (task) do update"
                + " set until = excluded.until, revoked_at = null")
        .params(until.atOffset(ZoneOffset.UTC), task)
        .update();
  }

  /**
   * Ends releases whose time is over, and no longer gives out answers that were delivered before a
   * moment; touches nothing when there are none.
   */
  void expire(Instant now, Instant deliveredBefore) {
    passing.change("revoked_at = until", "revoked_at is null and until <= ?", now);
    passing.change("commitment = ''", "commitment <> '' and delivered_at <= ?", deliveredBefore);
  }

  void revoke(String task, Instant at) {
    jdbc.sql("update task.release set revoked_at = ? where task = ? and revoked_at is null")
        .params(at.atOffset(ZoneOffset.UTC), task)
        .update();
  }
}
