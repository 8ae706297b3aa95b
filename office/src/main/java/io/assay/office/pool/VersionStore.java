package io.assay.office.pool;

import io.assay.office.pool.PoolVersion.Cause;
import io.assay.review.Feature;
import io.assay.review.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the pool and what each holds. */
@Component
class VersionStore {
  private static final String HELD_BY = " m.since <= ? and (m.until is null or m.until > ?)";

  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the version in force, 0 before the first. */
  long newest() {
    return jdbc.sql("select coalesce(max(number), 0) from pool.version").query(Long.class).single();
  }

  /** Lets nobody else make a version until the transaction ends. */
  void lock() {
    jdbc.sql("lock table pool.version in exclusive mode").update();
  }

  void add(PoolVersion version) {
    jdbc.sql(
            "insert into pool.version (number, at, actor, cause, about, features, content_sha256)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            version.number(),
            version.at().atOffset(ZoneOffset.UTC),
            version.actor(),
            version.cause().name(),
            version.about(),
            version.features(),
            version.contentSha256())
        .update();
  }

  Optional<PoolVersion> find(long number) {
    return jdbc.sql("select * from pool.version where number = ?")
        .param(number)
        .query(VersionStore::row)
        .optional();
  }

  List<PoolVersion> before(long number, int limit) {
    return jdbc.sql("select * from pool.version where number < ? order by number desc limit ?")
        .params(number, limit)
        .query(VersionStore::row)
        .list();
  }

  void join(String feature, Mode mode, long since) {
    jdbc.sql("insert into pool.member (feature, mode, since) values (?, ?, ?)")
        .params(feature, mode.name(), since)
        .update();
  }

  void joinAll(long since) {
    jdbc.sql(
            "insert into pool.member (feature, mode, since) select id, 'LIVE', ? from pool.feature")
        .param(since)
        .update();
  }

  void leave(String feature, long until) {
    jdbc.sql("update pool.member set until = ? where feature = ? and until is null")
        .params(until, feature)
        .update();
  }

  /** A feature that a version holds, and how. */
  record Held(String feature, Mode mode) {}

  /**
   * From which version on a feature was held, and how.
   *
   * @param until the first version that does not hold it so; the largest number where none yet
   */
  record Membership(String feature, Mode mode, long since, long until) {
    boolean in(long version) {
      return since <= version && version < until;
    }
  }

  List<Membership> memberships(Collection<String> features) {
    return jdbc.sql(
            "select feature, mode, since, coalesce(until, ?) from pool.member"
                + " where feature = any(?) order by since, feature")
        .params(Long.MAX_VALUE, features.toArray(String[]::new))
        .query(
            (row, number) ->
                new Membership(
                    row.getString(1),
                    Mode.valueOf(row.getString(2)),
                    row.getLong(3),
                    row.getLong(4)))
        .list();
  }

  /** What the version in force holds and the given one does not, or holds otherwise. */
  List<Held> onlyNow(long number) {
    return jdbc.sql(
            "select n.feature, n.mode from pool.member n where n.until is null and not exists"
                + " (select from pool.member m where m.feature = n.feature and m.mode = n.mode and"
                + HELD_BY
                + ") order by n.feature")
        .params(number, number)
        .query(VersionStore::held)
        .list();
  }

  /** What the given version holds and the one in force does not, or holds otherwise. */
  List<Held> onlyThen(long number) {
    return jdbc.sql(
            "select m.feature, m.mode from pool.member m where"
                + HELD_BY
                + " and not exists (select from pool.member n where n.feature = m.feature"
                + " and n.mode = m.mode and n.until is null) order by m.feature")
        .params(number, number)
        .query(VersionStore::held)
        .list();
  }

  /** Every feature of a version, as it stands in it. */
  List<Feature> features(long number) {
    return read(
        "select f.definition, m.mode from pool.member m join pool.feature f on f.id = m.feature"
            + " where"
            + HELD_BY,
        number,
        number);
  }

  /** The features of a version that an earlier one does not hold, or holds otherwise. */
  List<Feature> put(long earlier, long number) {
    return read(
        "select f.definition, m.mode from pool.member m join pool.feature f on f.id = m.feature"
            + " where m.since > ? and"
            + HELD_BY,
        earlier,
        number,
        number);
  }

  /** Ids that left between two versions and are not in the later one. */
  List<String> gone(long earlier, long number) {
    return jdbc.sql(
            "select distinct g.feature from pool.member g where g.until > ? and g.until <= ?"
                + " and not exists (select from pool.member m where m.feature = g.feature and"
                + HELD_BY
                + ")")
        .params(earlier, number, number, number)
        .query((row, index) -> row.getString(1))
        .list();
  }

  private List<Feature> read(String sql, Object... parameters) {
    List<String> definitions = new ArrayList<>();
    List<Mode> modes = new ArrayList<>();
    jdbc.sql(sql)
        .params(parameters)
        .query(
            row -> {
              definitions.add(row.getString(1));
              modes.add(Mode.valueOf(row.getString(2)));
            });
    List<Feature> features = new ArrayList<>(FeatureJson.read(definitions));
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      features.set(i, feature.with(feature.rule().with(modes.get(i))));
    }
    return features;
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(row.getString(1), Mode.valueOf(row.getString(2)));
  }

  private static PoolVersion row(ResultSet row, int number) throws SQLException {
    return new PoolVersion(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Cause.valueOf(row.getString("cause")),
        row.getString("about"),
        row.getInt("features"),
        row.getString("content_sha256"));
  }
}
