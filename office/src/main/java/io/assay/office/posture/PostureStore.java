package io.assay.office.posture;

import io.assay.office.Remark;
import io.assay.office.posture.Control.Counts;
import io.assay.office.posture.LedgerProbe.Tree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostureStore {
  private static final long LOCK = 0x706F7374757265L;
  private static final String SELECT =
      "select r.*, exists (select from posture.tampered t where t.ledger_index = r.ledger_index)"
          + " as tampered from posture.result r ";

  private final JdbcClient jdbc;

  PostureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this transaction is the only one that computes. */
  boolean alone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  Counts count(Control control, Instant from, Instant asOf) {
    return jdbc.sql(
            "select count(*) filter (where bad), count(*), count(*) filter (where soon and not bad),"
                + " max(at), exists (select from posture.result where control = :control"
                + " and den > 0) from ("
                + control.query()
                + ") item")
        .param("from", utc(from))
        .param("as_of", utc(asOf))
        .param("control", control.id())
        .query(
            (row, number) ->
                new Counts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    instant(row, 4),
                    row.getBoolean(5)))
        .single();
  }

  /** What a control counts, the bad first and then the newest. */
  List<Item> items(Control control, Instant from, Instant asOf, boolean badOnly, int limit) {
    return jdbc.sql(
            "select id, path, at, bad, soon, note from ("
                + control.query()
                + ") item where bad or not :bad_only order by bad desc, at desc nulls last, id"
                + " limit :most")
        .param("from", utc(from))
        .param("as_of", utc(asOf))
        .param("bad_only", badOnly)
        .param("most", limit)
        .query(
            (row, number) ->
                item(row, Remark.valueOf(Optional.ofNullable(row.getString(6)).orElse(""))))
        .list();
  }

  void add(ControlResult it) {
    jdbc.sql(
            "insert into posture.result (control, as_of, window_from, num, den, soon, newest,"
                + " status, query_sha256, previous, ledger_shard, ledger_index)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.control())
        .param(utc(it.asOf()))
        .param(utc(it.windowFrom()))
        .param(it.num())
        .param(it.den())
        .param(it.soon())
        .param(it.newest() == null ? null : utc(it.newest()))
        .param(it.status().name())
        .param(it.querySha256())
        .param(it.previous())
        .param(it.ledgerShard())
        .param(it.ledgerIndex())
        .update();
  }

  /** Every control's result as it stood at a moment. */
  List<ControlResult> at(Instant moment) {
    return jdbc.sql(
            "with recursive known (control) as (select min(control) from posture.result union all"
                + " select (select min(n.control) from posture.result n"
                + " where n.control > known.control) from known where known.control is not null) "
                + SELECT
                + "join known on known.control = r.control where r.id = (select n.id"
                + " from posture.result n where n.control = known.control and n.as_of <= ?"
                + " order by n.as_of desc, n.id desc limit 1) order by r.control")
        .param(utc(moment))
        .query(PostureStore::result)
        .list();
  }

  List<ControlResult> history(String control, Instant until, int limit) {
    return jdbc.sql(SELECT + "where r.control = ? and r.as_of <= ? order by r.id desc limit ?")
        .params(control, utc(until), limit)
        .query(PostureStore::result)
        .list();
  }

  /** Results from one place in time on, to be held against the ledger. */
  List<ControlResult> after(long index, int limit) {
    return jdbc.sql(SELECT + "where r.ledger_index > ? order by r.ledger_index limit ?")
        .params(index, limit)
        .query(PostureStore::result)
        .list();
  }

  boolean known(String control, long index) {
    return jdbc.sql(
            "select exists (select from posture.result where control = ? and ledger_index = ?)")
        .params(control, index)
        .query(Boolean.class)
        .single();
  }

  void tampered(long index, String control, String what, Instant at) {
    jdbc.sql(
            "insert into posture.tampered (ledger_index, control, found_at, what)"
                + " values (?, ?, ?, ?) on conflict do nothing")
        .params(index, control, utc(at), what)
        .update();
  }

  void probed(String kind, boolean ok, Remark detail, Instant at) {
    jdbc.sql("insert into posture.probe (kind, at, ok, detail) values (?, ?, ?, ?)")
        .params(kind, utc(at), ok, detail.kept())
        .update();
  }

  /** The tree that was last seen published. */
  Optional<Tree> tree(String shard) {
    return jdbc.sql("select size, root from posture.tree where shard = ?")
        .param(shard)
        .query((row, number) -> new Tree(row.getLong(1), row.getString(2)))
        .optional();
  }

  void tree(String shard, Tree it, Instant at) {
    jdbc.sql(
            "insert into posture.tree (shard, size, root, at) values (?, ?, ?, ?) on conflict"
                + " (shard) do update set size = excluded.size, root = excluded.root,"
                + " at = excluded.at")
        .params(shard, it.size(), it.root(), utc(at))
        .update();
  }

  Optional<Instant> lastProbe(String kind) {
    return jdbc.sql("select max(at) from posture.probe where kind = ?")
        .param(kind)
        .query((row, number) -> Optional.ofNullable(instant(row, 1)))
        .single();
  }

  Optional<String> canary() {
    return jdbc.sql("select tenant from posture.canary").query(String.class).optional();
  }

  void canary(String tenant) {
    jdbc.sql("insert into posture.canary (tenant) values (?)").param(tenant).update();
  }

  /** The canary subject that nobody verified, where there is one. */
  Optional<String> unverifiedCanary() {
    return jdbc.sql(
            "select s.id from subject.subject s join posture.canary c on c.tenant = s.tenant"
                + " where s.state = 'REGISTERED' order by s.created_at, s.id limit 1")
        .query(String.class)
        .optional();
  }

  /** A verified canary subject that put in at most so many bad things since a moment. */
  Optional<String> restedCanary(int most, Instant since) {
    return jdbc.sql(
            "select s.id from subject.subject s join posture.canary c on c.tenant = s.tenant"
                + " where s.state = 'VERIFIED' and (select count(*) from sanction.input i"
                + " where i.subject = s.id and i.bad and i.at >= ?) <= ?"
                + " order by s.created_at, s.id limit 1")
        .params(utc(since), most)
        .query(String.class)
        .optional();
  }

  /** Whether a second person approved exactly these words of a document. */
  boolean approved(String document, String sha256) {
    return jdbc.sql(
            "select exists (select from approval.proposal where kind = 'document.approval'"
                + " and state = 'APPROVED' and about = ? and facts ->> 'sha256' = ?)")
        .params(document, sha256)
        .query(Boolean.class)
        .single();
  }

  private static Item item(ResultSet row, Remark note) throws SQLException {
    return new Item(
        row.getString(1),
        row.getString(2),
        instant(row, 3),
        row.getBoolean(4),
        row.getBoolean(5),
        note.code(),
        note.values());
  }

  private static ControlResult result(ResultSet row, int number) throws SQLException {
    return new ControlResult(
        row.getString("control"),
        row.getObject("as_of", OffsetDateTime.class).toInstant(),
        row.getObject("window_from", OffsetDateTime.class).toInstant(),
        row.getLong("num"),
        row.getLong("den"),
        row.getLong("soon"),
        Optional.ofNullable(row.getObject("newest", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        Status.valueOf(row.getString("status")),
        row.getString("query_sha256"),
        row.getLong("previous"),
        row.getString("ledger_shard"),
        row.getLong("ledger_index"),
        row.getBoolean("tampered"));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
