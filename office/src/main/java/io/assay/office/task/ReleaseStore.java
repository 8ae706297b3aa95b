package io.assay.office.task;

import io.assay.gateway.access.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            "select subject, task, salt, sha256 from task.release where revoked_at is null"
                + " and until > ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              releases
                  .computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                  .add(new Release(row.getString(2), row.getString(3), row.getString(4)));
            });
    return releases;
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

  /** Ends releases whose time is over; touches nothing when there are none. */
  void expire(Instant now) {
    boolean any =
        jdbc.sql("select exists (select from task.release where revoked_at is null and until <= ?)")
            .param(now.atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
    if (any) {
      jdbc.sql("update task.release set revoked_at = until where revoked_at is null and until <= ?")
          .param(now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  void revoke(String task, Instant at) {
    jdbc.sql("update task.release set revoked_at = ? where task = ? and revoked_at is null")
        .params(at.atOffset(ZoneOffset.UTC), task)
        .update();
  }
}
