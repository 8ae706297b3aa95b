package io.assay.office.management;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ManagementStore {
  private static final RowMapper<Drill> DRILL = new SimplePropertyRowMapper<>(Drill.class);
  private static final String SELECT = "select * from management.edition ";

  private final JdbcClient jdbc;

  ManagementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a draft; false while another one of the same system waits. */
  boolean add(Edition draft) {
    Charter charter = draft.charter();
    return jdbc.sql(
                "insert into management.edition (id, system, version, title, body, owner,"
                    + " effective, next_review, controls, sha256, author, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                draft.id(),
                draft.system().name(),
                draft.version(),
                charter.title(),
                charter.body(),
                charter.owner(),
                charter.effective(),
                charter.nextReview(),
                charter.controls().toArray(String[]::new),
                draft.sha256(),
                draft.author(),
                draft.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void revise(String id, Charter charter, String author) {
    jdbc.sql(
            "update management.edition set title = ?, body = ?, owner = ?, effective = ?,"
                + " next_review = ?, controls = ?, sha256 = ?, author = ? where id = ?"
                + " and approver is null")
        .params(
            charter.title(),
            charter.body(),
            charter.owner(),
            charter.effective(),
            charter.nextReview(),
            charter.controls().toArray(String[]::new),
            charter.sha256(),
            author,
            id)
        .update();
  }

  void approve(String id, String approver, Instant at) {
    jdbc.sql("update management.edition set approver = ?, approved_at = ? where id = ?")
        .params(approver, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  int nextVersion(ManagementSystem system) {
    return jdbc.sql("select coalesce(max(version), 0) + 1 from management.edition where system = ?")
        .param(system.name())
        .query(Integer.class)
        .single();
  }

  Optional<Edition> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ManagementStore::row).optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<Edition> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id)
        .query(ManagementStore::row)
        .optional();
  }

  /** Every edition of a system, the newest first. */
  List<Edition> of(ManagementSystem system) {
    return jdbc.sql(SELECT + "where system = ? order by version desc")
        .param(system.name())
        .query(ManagementStore::row)
        .list();
  }

  void add(Drill drill) {
    jdbc.sql(
            "insert into management.drill (id, system, held_on, findings, recorded_by,"
                + " recorded_at) values (?, ?, ?, ?, ?, ?)")
        .params(
            drill.id(),
            drill.system().name(),
            drill.heldOn(),
            drill.findings(),
            drill.recordedBy(),
            drill.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Drills of a system, the latest first. */
  List<Drill> drills(ManagementSystem system) {
    return jdbc.sql(
            "select * from management.drill where system = ? order by held_on desc, recorded_at"
                + " desc")
        .param(system.name())
        .query(DRILL)
        .list();
  }

  private static Edition row(ResultSet row, int number) throws SQLException {
    OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
    return new Edition(
        row.getString("id"),
        ManagementSystem.valueOf(row.getString("system")),
        row.getInt("version"),
        new Charter(
            row.getString("title"),
            row.getString("body"),
            row.getString("owner"),
            row.getObject("effective", LocalDate.class),
            row.getObject("next_review", LocalDate.class),
            List.of((String[]) row.getArray("controls").getArray())),
        row.getString("sha256"),
        row.getString("author"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("approver"),
        approved == null ? null : approved.toInstant());
  }
}
