package io.assay.office.authority;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaperStore {
  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(String report, Paper it) {
    jdbc.sql("insert into authority.paper (report, form, content, sha256) values (?, ?, ?, ?)")
        .params(report, it.form(), it.bytes(), it.sha256())
        .update();
  }

  Optional<Paper> find(String report, String form) {
    return jdbc.sql("select form, content from authority.paper where report = ? and form = ?")
        .params(report, form)
        .query((row, number) -> new Paper(row.getString(1), row.getBytes(2)))
        .optional();
  }

  /** The SHA-256 of what is kept of a report, by form. */
  Map<String, String> digests(String report) {
    Map<String, String> digests = new LinkedHashMap<>();
    jdbc.sql("select form, sha256 from authority.paper where report = ? order by form desc")
        .param(report)
        .query(
            row -> {
              digests.put(row.getString(1), row.getString(2));
            });
    return digests;
  }
}
