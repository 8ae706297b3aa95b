package io.assay.office.document;

import io.assay.office.document.Acceptance.Via;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AcceptanceStore {
  private final JdbcClient jdbc;

  AcceptanceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the acceptance; false when that version was accepted before. */
  boolean add(Acceptance acceptance, String addressHmac) {
    return jdbc.sql(
                "insert into document.acceptance (subject, document, at, via, language, sha256,"
                    + " address_hmac, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(
                acceptance.subject(),
                acceptance.document(),
                acceptance.at().atOffset(ZoneOffset.UTC),
                acceptance.via().name(),
                acceptance.language(),
                acceptance.sha256(),
                addressHmac,
                acceptance.recordedBy())
            .update()
        == 1;
  }

  /** What the subject had accepted by a moment, the latest first. */
  List<Acceptance> of(String subject, Instant until) {
    return jdbc.sql(
            "select a.*, d.kind, d.version from document.acceptance a join document.document d on"
                + " d.id = a.document where a.subject = ? and a.at <= ? order by a.at desc, d.kind")
        .params(subject, until.atOffset(ZoneOffset.UTC))
        .query(AcceptanceStore::row)
        .list();
  }

  long count(String document) {
    return jdbc.sql("select count(*) from document.acceptance where document = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  private static Acceptance row(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-');
    return new Acceptance(
        row.getString("subject"),
        row.getString("document"),
        kind + "/" + row.getInt("version"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Via.valueOf(row.getString("via")),
        row.getString("language"),
        row.getString("sha256"),
        row.getString("recorded_by"));
  }
}
