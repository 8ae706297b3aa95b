package io.assay.office.document;

import io.assay.office.document.PublicDocument.State;
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
class DocumentStore {
  private static final String SELECT = "select * from document.document ";

  private final JdbcClient jdbc;

  DocumentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a draft; false while another version of its kind is on its way. */
  boolean add(PublicDocument draft) {
    Wording wording = draft.wording();
    return jdbc.sql(
                "insert into document.document (id, kind, version, state, title_zh, title_en,"
                    + " text_zh, text_en, sha256, acceptance, author, created_at)"
                    + " values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                draft.id(),
                draft.kind().name(),
                draft.version(),
                wording.titleZh(),
                wording.titleEn(),
                wording.textZh(),
                wording.textEn(),
                draft.sha256(),
                draft.acceptance(),
                draft.author(),
                utc(draft.createdAt()))
            .update()
        == 1;
  }

  void revise(String id, Wording wording, boolean acceptance, String author) {
    jdbc.sql(
            "update document.document set title_zh = ?, title_en = ?, text_zh = ?, text_en = ?,"
                + " sha256 = ?, acceptance = ?, author = ? where id = ? and state = 'DRAFT'")
        .params(
            wording.titleZh(),
            wording.titleEn(),
            wording.textZh(),
            wording.textEn(),
            wording.sha256(),
            acceptance,
            author,
            id)
        .update();
  }

  void approve(String id, String approver, Instant at) {
    jdbc.sql(
            "update document.document set state = 'APPROVED', approver = ?, approved_at = ?"
                + " where id = ?")
        .params(approver, utc(at), id)
        .update();
  }

  /** Publishes the version in place of the one that was in force. */
  void publish(PublicDocument document, Instant at) {
    jdbc.sql(
            "update document.document set state = 'SUPERSEDED', superseded_at = ?"
                + " where kind = ? and state = 'PUBLISHED'")
        .params(utc(at), document.kind().name())
        .update();
    jdbc.sql("update document.document set state = 'PUBLISHED', published_at = ? where id = ?")
        .params(utc(at), document.id())
        .update();
  }

  int nextVersion(DocumentKind kind) {
    return jdbc.sql("select coalesce(max(version), 0) + 1 from document.document where kind = ?")
        .param(kind.name())
        .query(Integer.class)
        .single();
  }

  Optional<PublicDocument> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(DocumentStore::row).optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<PublicDocument> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id)
        .query(DocumentStore::row)
        .optional();
  }

  Optional<PublicDocument> version(DocumentKind kind, int version) {
    return jdbc.sql(SELECT + "where kind = ? and version = ?")
        .params(kind.name(), version)
        .query(DocumentStore::row)
        .optional();
  }

  Optional<PublicDocument> inForce(DocumentKind kind) {
    return jdbc.sql(SELECT + "where kind = ? and state = 'PUBLISHED'")
        .param(kind.name())
        .query(DocumentStore::row)
        .optional();
  }

  /** Every version, the newest of each kind first. */
  List<PublicDocument> all() {
    return jdbc.sql(SELECT + "order by kind, version desc").query(DocumentStore::row).list();
  }

  /** Versions in force that this subject has to accept and has not. */
  List<PublicDocument> due(String subject) {
    return jdbc.sql(
            SELECT
                + "d where state = 'PUBLISHED' and acceptance and not exists (select from"
                + " document.acceptance a where a.document = d.id and a.subject = ?) order by kind")
        .param(subject)
        .query(DocumentStore::row)
        .list();
  }

  private static PublicDocument row(ResultSet row, int number) throws SQLException {
    return new PublicDocument(
        row.getString("id"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        new Wording(
            row.getString("title_zh"),
            row.getString("title_en"),
            row.getString("text_zh"),
            row.getString("text_en")),
        row.getString("sha256"),
        row.getBoolean("acceptance"),
        row.getString("author"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("approver"),
        instant(row, "approved_at"),
        instant(row, "published_at"),
        instant(row, "superseded_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
