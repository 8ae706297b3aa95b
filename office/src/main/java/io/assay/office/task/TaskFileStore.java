package io.assay.office.task;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what the texts and files of tasks are known again; a row is added, never changed. */
@Component
class TaskFileStore {
  private final JdbcClient jdbc;

  TaskFileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String task, String field, int place, String sha256, String commitment) {
    jdbc.sql(
            "insert into task.file (task, field, place, sha256, commitment)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(task, field, place, sha256, commitment)
        .update();
  }

  Set<String> fields(String task) {
    return Set.copyOf(
        jdbc.sql("select field from task.file where task = ?")
            .param(task)
            .query(String.class)
            .list());
  }
}
