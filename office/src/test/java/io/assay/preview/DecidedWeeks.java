package io.assay.preview;

import io.assay.office.TestOffice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two weeks in which two reviewers mostly agreed, and samples mostly confirmed the gateway. */
final class DecidedWeeks {
  private static final int DAYS = 14;
  private static final int A_DAY = 6;

  private final JdbcClient jdbc;
  private final List<String> reviewers;
  private final Random chance = new Random(7);

  private DecidedWeeks(TestOffice office, List<String> names) {
    this.jdbc = office.bean(JdbcClient.class);
    this.reviewers = names.stream().map(this::actor).toList();
  }

  static void fill(TestOffice office, Instant until, List<String> names) {
    DecidedWeeks weeks = new DecidedWeeks(office, names);
    for (int day = DAYS; day >= 1; day--) {
      for (int item = 0; item < A_DAY; item++) {
        Instant at = until.minus(Duration.ofDays(day)).plus(Duration.ofMinutes(40L * item));
        weeks.twice("ex_week" + day + "-" + item, at);
        weeks.sample("ex_seen" + day + "-" + item, at, item % 3 == 0 ? "QA_BLOCKED" : "QA_PASSED");
      }
    }
  }

  private String actor(String name) {
    return jdbc.sql("select 'staff:' || id from staff.member where name = ?")
        .param(name)
        .query(String.class)
        .single();
  }

  private void twice(String id, Instant at) {
    String right = chance.nextInt(10) < 4 ? "BLOCK" : "RELEASE";
    task(id, at, "HOLD", right);
    decision(id, at, reviewers.getFirst(), slipped(right, 12), "FIRST");
    decision(id, at.plusSeconds(600), reviewers.getLast(), slipped(right, 12), "SECOND");
  }

  private void sample(String id, Instant at, String queue) {
    String choice = slipped(queue.equals("QA_BLOCKED") ? "BLOCK" : "RELEASE", 9);
    task("qa_" + id, at, queue, choice);
    decision("qa_" + id, at.plusSeconds(60), reviewers.getFirst(), choice, "FIRST");
  }

  private String slipped(String right, int oneIn) {
    boolean slips = chance.nextInt(oneIn) == 0;
    return slips == right.equals("BLOCK") ? "RELEASE" : "BLOCK";
  }

  private void task(String id, Instant at, String queue, String result) {
    jdbc.sql(
            "insert into task.task (id, exchange, subject, tenant, capability, part, queue,"
                + " category, features, pool, priority, wanted, created_at, due_at, state, result)"
                + " values (?, ?, 'sub_9', 'ten_1', 'chat', 'INPUT', ?, 'A.1.8', '{}', 'pool-1', 0,"
                + " 2, ?, ?, 'CLOSED', ?)")
        .params(id, id, queue, utc(at), utc(at.plusSeconds(1800)), result)
        .update();
  }

  private void decision(String task, Instant at, String reviewer, String choice, String round) {
    jdbc.sql(
            "insert into task.decision (id, task, reviewer, at, choice, ground, round, took_millis)"
                + " values (?, ?, ?, ?, ?, 'CONTEXT', ?, ?)")
        .params(
            "dec_" + task + round,
            task,
            reviewer,
            utc(at),
            choice,
            round,
            3_000 + chance.nextInt(9_000))
        .update();
  }

  private static Object utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
