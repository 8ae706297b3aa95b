package io.assay.office.snapshot;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Reminding.Moment;
import io.assay.office.subject.SubjectState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SnapshotStore {
  private final JdbcClient jdbc;

  SnapshotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A key in force with what its subject's standing follows from. */
  record Row(
      String sha256,
      ApiKey key,
      SubjectState state,
      String reason,
      Optional<Instant> suspendedUntil,
      String verificationToken) {}

  long version() {
    return jdbc.sql("select version from snapshot.version").query(Long.class).single();
  }

  /** Versions of documents that a subject with a key has to accept and has not (Art. 8). */
  void forEachUnaccepted(BiConsumer<String, String> reader) {
    jdbc.sql(
            "select s.id, lower(replace(d.kind, '_', '-')) || '/' || d.version from"
                + " document.document d cross join (select distinct subject as id from key.key"
                + " where revoked_at is null) s where d.state = 'PUBLISHED' and d.acceptance and"
                + " not exists (select from document.acceptance a where a.document = d.id and"
                + " a.subject = s.id) order by 1, 2")
        .query(
            row -> {
              reader.accept(row.getString(1), row.getString(2));
            });
  }

  /** What subjects acknowledged of what they are reminded of (Art. 8). */
  void forEachAcknowledged(BiConsumer<String, Moment> reader) {
    jdbc.sql("select distinct subject, moment from document.reminder")
        .query(
            row -> {
              reader.accept(row.getString(1), Moment.valueOf(row.getString(2)));
            });
  }

  void forEachKey(Consumer<Row> reader) {
    jdbc.sql(
            "select k.sha256, k.id, s.tenant, s.id, s.state, s.reason, s.suspended_until,"
                + " s.verification_token from key.key k join subject.subject s"
                + " on s.id = k.subject where k.revoked_at is null")
        .query(
            row -> {
              reader.accept(
                  new Row(
                      row.getString(1),
                      new ApiKey(row.getString(2), row.getString(3), row.getString(4)),
                      SubjectState.valueOf(row.getString(5)),
                      row.getString(6),
                      Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                          .map(OffsetDateTime::toInstant),
                      row.getString(8)));
            });
  }
}
