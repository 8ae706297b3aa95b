package io.assay.office.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which features hit in which exchanges. */
@Component
class HitStore {
  private final JdbcClient jdbc;

  HitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One feature's hits in one stage of one exchange. */
  record Hit(
      String feature,
      String exchange,
      Instant at,
      String stage,
      String decision,
      String version,
      int places) {}

  /** How many exchanges a feature hit in on one day, by what was decided. */
  public record Day(LocalDate day, long passed, long held, long blocked) {}

  void add(Hit hit) {
    jdbc.sql(
            "insert into pool.hit (feature, exchange, at, stage, decision, version, places)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
        .params(
            hit.feature(),
            hit.exchange(),
            hit.at().atOffset(ZoneOffset.UTC),
            hit.stage(),
            hit.decision(),
            hit.version(),
            hit.places())
        .update();
  }

  /** Exchanges of each feature since a moment. */
  Map<String, Long> counts(Collection<String> features, Instant since) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            "select feature, count(*) from pool.hit where feature = any (?) and at >= ?"
                + " group by feature")
        .params(features.toArray(String[]::new), since.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  List<Day> days(String feature, Instant since) {
    return jdbc.sql(
            "select date_trunc('day', at at time zone 'Asia/Shanghai')::date as day,"
                + " count(*) filter (where decision = 'PASS'),"
                + " count(*) filter (where decision = 'HOLD'),"
                + " count(*) filter (where decision = 'BLOCK')"
                + " from pool.hit where feature = ? and at >= ? group by day order by day")
        .params(feature, since.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Day(
                    row.getObject(1, LocalDate.class),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4)))
        .list();
  }

  /** The latest exchanges in which a feature hit. */
  List<Hit> latest(String feature, int limit) {
    return jdbc.sql("select * from pool.hit where feature = ? order by at desc, exchange limit ?")
        .params(feature, limit)
        .query(
            (row, number) ->
                new Hit(
                    row.getString("feature"),
                    row.getString("exchange"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("stage"),
                    row.getString("decision"),
                    row.getString("version"),
                    row.getInt("places")))
        .list();
  }
}
