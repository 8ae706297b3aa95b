package io.assay.office.intake;

import io.assay.office.intake.Line.Author;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of cases and their attachments, sealed. */
@Component
class LineStore {
  private final JdbcClient jdbc;
  private final Sealer sealer;

  LineStore(JdbcClient jdbc, Sealer sealer) {
    this.jdbc = jdbc;
    this.sealer = sealer;
  }

  void add(String caseId, Line line) {
    byte @Nullable [] text = line.text() == null ? null : sealer.seal(caseId, line.text());
    jdbc.sql(
            "insert into intake.line (id, \"case\", at, author, by, state, text)"
                + " values (?, ?, ?, ?, ?, ?, ?)")
        .param(line.id())
        .param(caseId)
        .param(CaseStore.utc(line.at()))
        .param(line.author().name())
        .param(line.by())
        .param(line.state() == null ? null : line.state().name())
        .param(text)
        .update();
  }

  List<Line> of(String caseId) {
    return jdbc.sql("select * from intake.line where \"case\" = ? order by seq")
        .param(caseId)
        .query(
            (row, number) -> {
              String state = row.getString("state");
              byte[] text = row.getBytes("text");
              return new Line(
                  row.getString("id"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  Author.valueOf(row.getString("author")),
                  row.getString("by"),
                  state == null ? null : CaseState.valueOf(state),
                  text == null ? null : sealer.text(caseId, text));
            })
        .list();
  }

  /** The last reasons that a member drafted; while a proposal waits, none can be added. */
  Optional<String> draft(String caseId, String by) {
    return of(caseId).stream()
        .filter(it -> it.author() == Author.DRAFT && it.by().equals(by))
        .reduce((earlier, later) -> later)
        .flatMap(it -> Optional.ofNullable(it.text()));
  }

  void attach(String caseId, Attachment file, byte[] bytes) {
    jdbc.sql(
            "insert into intake.attachment (id, \"case\", name, kind, size, sha256, scanned, bytes,"
                + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            file.id(),
            caseId,
            sealer.seal(caseId, file.name()),
            file.kind().name(),
            file.size(),
            file.sha256(),
            file.scanned(),
            sealer.seal(caseId, bytes),
            CaseStore.utc(file.addedAt()))
        .update();
  }

  List<Attachment> attachments(String caseId) {
    return jdbc.sql(
            "select id, name, kind, size, sha256, scanned, added_at from intake.attachment"
                + " where \"case\" = ? and bytes is not null order by added_at, id")
        .param(caseId)
        .query(
            (row, number) ->
                new Attachment(
                    row.getString("id"),
                    sealer.text(caseId, row.getBytes("name")),
                    FileKind.valueOf(row.getString("kind")),
                    row.getLong("size"),
                    row.getString("sha256"),
                    row.getString("scanned"),
                    row.getObject("added_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<byte[]> bytes(String caseId, String attachment) {
    return jdbc.sql(
            "select bytes from intake.attachment where \"case\" = ? and id = ?"
                + " and bytes is not null")
        .params(caseId, attachment)
        .query((row, number) -> sealer.open(caseId, row.getBytes(1)))
        .optional();
  }

  int count(String caseId, Instant since) {
    return jdbc.sql(
            "select count(*) from intake.line where \"case\" = ? and author = 'COMPLAINANT'"
                + " and at > ?")
        .params(caseId, CaseStore.utc(since))
        .query(Integer.class)
        .single();
  }
}
