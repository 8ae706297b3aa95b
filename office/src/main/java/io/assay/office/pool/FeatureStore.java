package io.assay.office.pool;

import io.assay.office.Cursor;
import io.assay.office.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Features and their lives. */
@Component
class FeatureStore {
  private static final String WAITING =
      "state in ('PROPOSED', 'TESTED', 'APPROVED', 'SHADOW', 'EMERGENCY', 'EX_POST_REVIEW')";

  private final JdbcClient jdbc;

  FeatureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(PoolFeature entered, String note) {
    String definition = FeatureJson.write(entered.feature());
    jdbc.sql(
            "insert into pool.feature (id, kind, pattern, category, disposition, definition,"
                + " definition_sha256, origin, about, replaces, state, editor, entered_at,"
                + " changed_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?,"
                + " ?, ?)")
        .param(entered.id())
        .param(entered.kind().title())
        .param(entered.pattern())
        .param(entered.rule().category().code())
        .param(entered.rule().disposition().name())
        .param(definition)
        .param(Sha256.of(definition))
        .param(entered.origin().name())
        .param(entered.about())
        .param(entered.replaces())
        .param(entered.state().name())
        .param(entered.editor())
        .param(utc(entered.enteredAt()))
        .param(utc(entered.changedAt()))
        .param(utc(entered.dueAt()))
        .update();
    event(entered.id(), entered.state(), entered.editor(), note, entered.changedAt());
  }

  /** Enters shipped features as they are, in force and without an approver; one statement. */
  void seed(Collection<PoolFeature> shipped) {
    List<String> definitions = shipped.stream().map(it -> FeatureJson.write(it.feature())).toList();
    PoolFeature first = shipped.iterator().next();
    jdbc.sql(
            "insert into pool.feature (id, kind, pattern, category, disposition, definition,"
                + " definition_sha256, origin, state, editor, entered_at, changed_at)"
                + " select f ->> 'id', f ->> 'kind', replace(f ->> 'pattern', e'\\n', ' + '),"
                + " f ->> 'category', f ->> 'disposition', d,"
                + " encode(sha256(convert_to(d, 'UTF8')), 'hex'), 'STARTER', 'ACTIVE', ?, ?, ?"
                + " from unnest(?::text[]) as d, lateral (select d::jsonb) as j (f)")
        .param(first.editor())
        .param(utc(first.enteredAt()))
        .param(utc(first.enteredAt()))
        .param(definitions.toArray(String[]::new))
        .update();
  }

  Optional<PoolFeature> find(String id) {
    return jdbc.sql("select * from pool.feature where id = ?")
        .param(id)
        .query(FeatureStore::row)
        .optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<PoolFeature> lock(String id) {
    return jdbc.sql("select * from pool.feature where id = ? for update")
        .param(id)
        .query(FeatureStore::row)
        .optional();
  }

  /** What came or would come in the place of a feature, the newest first. */
  List<PoolFeature> replacements(String id) {
    return jdbc.sql("select * from pool.feature where replaces = ? order by entered_at desc, id")
        .param(id)
        .query(FeatureStore::row)
        .list();
  }

  List<PoolFeature> list(FeatureFilter filter, Optional<Cursor> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    filter.state().ifPresent(it -> add(conditions, values, "state = ?", it.name()));
    filter.kind().ifPresent(it -> add(conditions, values, "kind = ?", it.title()));
    filter.origin().ifPresent(it -> add(conditions, values, "origin = ?", it.name()));
    addText(conditions, values, "category = ?", filter.category());
    addText(conditions, values, "disposition = ?", filter.disposition());
    if (!filter.text().isEmpty()) {
      String sought = "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
      add(conditions, values, "(pattern ilike ? or id ilike ?)", sought);
      values.add(sought);
    }
    if (filter.waitingOnly()) {
      conditions.add(WAITING);
    }
    after.ifPresent(
        cursor -> {
          add(conditions, values, "(changed_at, id) < (?, ?)", utcOf(cursor.at()));
          values.add(cursor.id());
        });
    values.add(limit);
    return jdbc.sql(
            "select * from pool.feature where "
                + String.join(" and ", conditions)
                + " order by changed_at desc, id desc limit ?")
        .params(values)
        .query(FeatureStore::row)
        .list();
  }

  /** The features of a kind that some version of the pool holds or held. */
  List<PoolFeature> pooled(FeatureKind kind) {
    return jdbc.sql(
            "select f.* from pool.feature f where f.kind = ?"
                + " and exists (select from pool.member m where m.feature = f.id) order by f.id")
        .param(kind.title())
        .query(FeatureStore::row)
        .list();
  }

  Map<FeatureState, Long> counts() {
    Map<FeatureState, Long> counts = new EnumMap<>(FeatureState.class);
    jdbc.sql("select state, count(*) from pool.feature group by state")
        .query(
            row -> {
              counts.put(FeatureState.valueOf(row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  List<LifeEvent> life(String id) {
    return jdbc.sql("select * from pool.event where feature = ? order by number")
        .param(id)
        .query(
            (row, number) ->
                new LifeEvent(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    FeatureState.valueOf(row.getString("state")),
                    row.getString("note")))
        .list();
  }

  void move(String id, FeatureState to, String actor, String note, Instant at) {
    jdbc.sql(
            "update pool.feature set state = ?, changed_at = ?,"
                + " due_at = case when ? in ('EMERGENCY', 'EX_POST_REVIEW') then due_at end"
                + " where id = ?")
        .params(to.name(), utcOf(at), to.name(), id)
        .update();
    event(id, to, actor, note, at);
  }

  void approved(String id, String approver, Instant at) {
    jdbc.sql("update pool.feature set approver = ?, approved_at = ? where id = ?")
        .params(approver, utcOf(at), id)
        .update();
  }

  void due(String id, Instant at) {
    jdbc.sql("update pool.feature set due_at = ? where id = ?").params(utcOf(at), id).update();
  }

  /** Shipped features in force that nobody of the operator has approved yet. */
  List<String> unadopted(String category) {
    return jdbc.sql(
            "select id from pool.feature where origin = 'STARTER' and state = 'ACTIVE'"
                + " and approver is null and (? = '' or category = ?) order by id for update")
        .params(category, category)
        .query((row, number) -> row.getString(1))
        .list();
  }

  void event(String id, FeatureState state, String actor, String note, Instant at) {
    jdbc.sql("insert into pool.event (feature, at, actor, state, note) values (?, ?, ?, ?, ?)")
        .params(id, utcOf(at), actor, state.name(), note)
        .update();
  }

  private static void add(
      List<String> conditions, List<Object> values, String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  private static void addText(
      List<String> conditions, List<Object> values, String condition, String value) {
    if (!value.isEmpty()) {
      add(conditions, values, condition, value);
    }
  }

  private static PoolFeature row(ResultSet row, int number) throws SQLException {
    @Nullable String replaces = row.getString("replaces");
    return new PoolFeature(
        FeatureJson.read(row.getString("definition")),
        PoolFeature.Origin.valueOf(row.getString("origin")),
        row.getString("about"),
        replaces == null ? "" : replaces,
        FeatureState.valueOf(row.getString("state")),
        row.getString("editor"),
        row.getString("approver"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        instant(row, "approved_at"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        instant(row, "due_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : utcOf(instant);
  }

  private static OffsetDateTime utcOf(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
