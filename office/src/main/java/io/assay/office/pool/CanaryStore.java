package io.assay.office.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CanaryStore {
  private final JdbcClient jdbc;

  CanaryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the pool did with texts it must stop and texts it must not. */
  record Run(Instant at, long version, int bad, int badStopped, int good, int goodPassed) {}

  void add(Run run) {
    jdbc.sql(
            "insert into pool.canary (at, version, bad, bad_stopped, good, good_passed)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
        .params(
            run.at().atOffset(ZoneOffset.UTC),
            run.version(),
            run.bad(),
            run.badStopped(),
            run.good(),
            run.goodPassed())
        .update();
  }

  /** Patterns of live keywords that must block wherever they stand, the same ones every time. */
  List<String> mustBlock(int limit) {
    return jdbc.sql(
            "select f.pattern from pool.member m join pool.feature f on f.id = m.feature"
                + " where m.until is null and m.mode = 'LIVE' and f.kind = 'keyword'"
                + " and f.disposition in ('ILLEGAL', 'NEGATIVE_BLOCK')"
                + " order by f.definition_sha256 limit ?")
        .param(limit)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
