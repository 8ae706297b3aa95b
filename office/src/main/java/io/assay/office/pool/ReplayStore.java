package io.assay.office.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ReplayStore {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  ReplayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ReplayRun run) {
    jdbc.sql(
            "insert into pool.replay (id, feature, at, actor, version, result, added_over_block,"
                + " benign) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)")
        .params(
            run.id(),
            run.feature(),
            run.at().atOffset(ZoneOffset.UTC),
            run.actor(),
            run.version(),
            JSON.writeValueAsString(run.result()),
            run.result().addedOverBlock(),
            run.result().overBlockAfter().whole())
        .update();
  }

  Optional<ReplayRun> latest(String feature) {
    return of(feature).stream().findFirst();
  }

  /** Replays of a feature, the latest first. */
  List<ReplayRun> of(String feature) {
    return jdbc.sql("select * from pool.replay where feature = ? order by at desc, id limit 20")
        .param(feature)
        .query(ReplayStore::row)
        .list();
  }

  private static ReplayRun row(ResultSet row, int number) throws SQLException {
    return new ReplayRun(
        row.getString("id"),
        row.getString("feature"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getLong("version"),
        JSON.readValue(row.getString("result"), ReplayResult.class));
  }
}
