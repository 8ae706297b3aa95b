package io.assay.office.approval;

import io.assay.office.Cursor;
import io.assay.office.approval.Proposal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ProposalStore {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  ProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Proposal proposal) {
    jdbc.sql(
            "insert into approval.proposal (id, kind, about, facts, reason, proposed_by,"
                + " proposed_at, expires_at, state) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'OPEN')")
        .params(
            proposal.id(),
            proposal.kind(),
            proposal.about(),
            JSON.writeValueAsString(proposal.facts()),
            proposal.reason(),
            proposal.proposedBy(),
            utc(proposal.proposedAt()),
            utc(proposal.expiresAt()))
        .update();
  }

  Optional<Proposal> find(String id) {
    return jdbc.sql("select * from approval.proposal where id = ?")
        .param(id)
        .query(ProposalStore::row)
        .optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<Proposal> lock(String id) {
    return jdbc.sql("select * from approval.proposal where id = ? for update")
        .param(id)
        .query(ProposalStore::row)
        .optional();
  }

  boolean open(String kind, String about) {
    return jdbc.sql(
            "select exists (select from approval.proposal where kind = ? and about = ?"
                + " and state = 'OPEN')")
        .params(kind, about)
        .query(Boolean.class)
        .single();
  }

  /** Open proposals of these kinds, the oldest first. */
  List<Proposal> open(Collection<String> kinds, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.OLDEST);
    return jdbc.sql(
            "select * from approval.proposal where state = 'OPEN' and kind = any(?)"
                + " and (proposed_at, id) > (?, ?) order by proposed_at, id limit ?")
        .params(kinds.toArray(String[]::new), utc(from.at()), from.id(), limit)
        .query(ProposalStore::row)
        .list();
  }

  /** Decided proposals of these kinds, the newest first. */
  List<Proposal> decided(Collection<String> kinds, Optional<Cursor> after, int limit) {
    Cursor from = after.orElse(Cursor.NEWEST);
    return jdbc.sql(
            "select * from approval.proposal where state <> 'OPEN' and kind = any(?)"
                + " and (decided_at, id) < (?, ?) order by decided_at desc, id desc limit ?")
        .params(kinds.toArray(String[]::new), utc(from.at()), from.id(), limit)
        .query(ProposalStore::row)
        .list();
  }

  List<Proposal> about(String kind, String about) {
    return jdbc.sql(
            "select * from approval.proposal where kind = ? and about = ? order by proposed_at desc")
        .params(kind, about)
        .query(ProposalStore::row)
        .list();
  }

  void decide(String id, State state, @Nullable String by, Instant at, String note) {
    jdbc.sql(
            "update approval.proposal set state = ?, decided_by = ?, decided_at = ?, note = ?"
                + " where id = ?")
        .param(state.name())
        .param(by)
        .param(utc(at))
        .param(note)
        .param(id)
        .update();
  }

  List<String> lapsed(Instant now) {
    return jdbc.sql("select id from approval.proposal where state = 'OPEN' and expires_at <= ?")
        .param(utc(now))
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static Proposal row(ResultSet row, int number) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Proposal(
        row.getString("id"),
        row.getString("kind"),
        row.getString("about"),
        JSON.readValue(row.getString("facts"), FACTS),
        row.getString("reason"),
        row.getString("proposed_by"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        decided == null ? null : decided.toInstant(),
        row.getString("note"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
