package io.assay.office.task;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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

  ReleaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Releases in force, by subject. */
  public Map<String, List<Release>> inForce(Instant now) {
    Map<String, List<Release>> releases = new HashMap<>();
    jdbc.sql(
            "select r.subject, r.task, r.salt, r.capability, r.request_sha256, r.shard, r.exchange,"
                + " r.commitment,"
                + " r.commitment <> '' and not exists (select from disposal.contained c"
                + " where c.produce_id = r.delivered_by) as kept,"
                + " array_agg(f.sha256 order by f.place) as hashes,"
                + " array_agg(f.field order by f.place) as fields,"
                + " array_agg(f.commitment order by f.place) as commitments"
                + " from task.release r join task.file f on f.task = r.task"
                + " where r.revoked_at is null and r.until > ? group by r.task")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              releases
                  .computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                  .add(release(row));
            });
    return releases;
  }

  private static Release release(ResultSet row) throws SQLException {
    Optional<Answer> answer = row.getBoolean("kept") ? Optional.of(answer(row)) : Optional.empty();
    return new Release(
        row.getString("task"), row.getString("salt"), Set.copyOf(texts(row, "hashes")), answer);
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getString("capability"),
        row.getString("request_sha256"),
        row.getString("shard"),
        row.getString("exchange"),
        files(row));
  }

  /** The files of an answer; the whole of it where it is a text, which has no commitment here. */
  private static List<File> files(ResultSet row) throws SQLException {
    List<String> fields = texts(row, "fields");
    List<String> commitments = texts(row, "commitments");
    if (commitments.contains("")) {
      return List.of(new File("answer", row.getString("commitment")));
    }
    List<File> files = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      files.add(new File(fields.get(i), commitments.get(i)));
    }
    return files;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** Notes where a released file is kept, and by which request it is asked for again. */
  void keep(String task, ReleasedFile file) {
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
                    file.capability(),
                    Release.hash(it, file.request()),
                    file.shard(),
                    file.exchange(),
                    file.commitment(),
                    task)
                .update());
  }

  /** Notes that a released file has reached its caller. */
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
   * Ends releases whose time is over, and no longer gives out files that were delivered before a
   * moment; touches nothing when there are none.
   */
  void expire(Instant now, Instant deliveredBefore) {
    change(
        "update task.release set revoked_at = until where ",
        "revoked_at is null and until <= ?",
        now);
    change(
        "update task.release set commitment = '' where ",
        "commitment <> '' and delivered_at <= ?",
        deliveredBefore);
  }

  private void change(String update, String condition, Instant at) {
    boolean any =
        jdbc.sql("select exists (select from task.release where " + condition + ")")
            .param(at.atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
    if (any) {
      jdbc.sql(update + condition).param(at.atOffset(ZoneOffset.UTC)).update();
    }
  }

  void revoke(String task, Instant at) {
    jdbc.sql("update task.release set revoked_at = ? where task = ? and revoked_at is null")
        .params(at.atOffset(ZoneOffset.UTC), task)
        .update();
  }
}
