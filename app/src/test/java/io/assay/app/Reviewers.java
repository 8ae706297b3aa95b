package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.task.Desk;
import io.assay.office.task.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who decide on what waits. */
final class Reviewers {
  private static final AtomicInteger HIRED = new AtomicInteger();

  private final Premises premises;

  Reviewers(Premises premises) {
    this.premises = premises;
  }

  /** They release whatever waits, each until a break is due; gives what they saw. */
  List<byte[]> releaseAll() {
    var seen = new ArrayList<byte[]>();
    for (int shift = 0; waiting() > 0; shift++) {
      assertThat(shift).as("shifts of reviewers").isLessThan(20);
      seen.addAll(release(Premises.staff("reviewer" + HIRED.getAndIncrement(), Role.REVIEWER)));
    }
    return seen;
  }

  private List<byte[]> release(SignedIn reviewer) {
    var seen = new ArrayList<byte[]>();
    var desk = premises.office(Desk.class);
    try {
      for (var task = desk.next(reviewer); task.isPresent(); task = desk.next(reviewer)) {
        var files = desk.files(task.get()).stream().map(File::field).toList();
        for (var field : files.isEmpty() ? List.of("") : files) {
          seen.add(desk.open(task.get(), field, reviewer).bytes());
        }
        desk.decide(task.get().id(), new Desk.Verdict(Ground.HARMLESS, "", ""), reviewer);
      }
    } catch (ActionRefusedException tired) {
      assertThat(tired.code()).isEqualTo("task.break");
    }
    return seen;
  }

  private long waiting() {
    return premises
        .office(JdbcClient.class)
        .sql("select count(*) from task.task where state in ('OPEN', 'EXPERT')")
        .query(Long.class)
        .single();
  }

  /** Waits until that part of an exchange waits for them. */
  void awaitTask(String exchange, String part) throws InterruptedException {
    var tasks = premises.office(JdbcClient.class);
    Premises.await(
        "waiting",
        () ->
            tasks
                .sql("select count(*) from task.task where id = ? and part = ?")
                .params(exchange, part)
                .query(Long.class)
                .single()
                .equals(1L));
  }
}
