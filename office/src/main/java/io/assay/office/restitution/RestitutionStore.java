package io.assay.office.restitution;

import static io.assay.office.task.PassingStore.answer;
import static io.assay.office.task.PassingStore.files;
import static io.assay.office.task.PassingStore.texts;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.task.PassingStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content whose block was taken back, known by salted hashes. */
@Component
public class RestitutionStore {
  private final JdbcClient jdbc;
  private final PassingStore passing;

  RestitutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.passing = new PassingStore(jdbc, "restitution.release");
  }

  /** What passes now, by subject. */
  public Map<String, List<Release>> inForce(Instant now) {
    return passing.bySubject(
        "select subject, exchange, salt, sha256, capability, request_sha256, shard, fields,"
            + " commitments, fields <> '{}' and not exists (select from disposal.contained c"
            + " where c.produce_id = r.delivered_by) as kept"
            + " from restitution.release r where ended_at is null and until > ?",
        now,
        RestitutionStore::release);
  }

  private static Release release(ResultSet row) throws SQLException {
    return Release.onAppeal(
        row.getString("exchange"),
        row.getString("salt"),
        Set.copyOf(texts(row, "sha256")),
        row.getBoolean("kept") ? Optional.of(answer(row, files(row))) : Optional.empty());
  }

  boolean given(String exchange) {
    return jdbc.sql("select exists (select from restitution.release where exchange = ?)")
        .param(exchange)
        .query(Boolean.class)
        .single();
  }

  void add(ExchangeDetail exchange, Part part, Release release, Instant until) {
    List<File> files = release.answer().map(Answer::files).orElse(List.of());
    jdbc.sql(
            "insert into restitution.release (exchange, part, subject, salt, sha256, until,"
                + " capability, request_sha256, shard, fields, commitments)"
                + " values (?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?::text[], ?::text[])")
        .params(
            exchange.summary().id(),
            part.name(),
            exchange.summary().origin().subject(),
            release.salt(),
            release.sha256().toArray(String[]::new),
            utc(until),
            release.answer().map(Answer::capability).orElse(""),
            release.answer().map(Answer::requestSha256).orElse(""),
            release.answer().map(Answer::shard).orElse(""),
            files.stream().map(File::field).toArray(String[]::new),
            files.stream().map(File::commitment).toArray(String[]::new))
        .update();
  }

  /** Notes that an answer has reached its caller. */
  void delivered(String exchange, String by, Instant at) {
    jdbc.sql(
            "update restitution.release set delivered_at = ?, delivered_by = ?"
                + " where exchange = ? and fields <> '{}' and delivered_at is null")
        .params(utc(at), by, exchange)
        .update();
  }

  /** Touches nothing when nothing ends, so that no snapshot is read for it. */
  void expire(Instant now, Instant deliveredBefore) {
    passing.change("ended_at = until", "ended_at is null and until <= ?", now);
    passing.change(
        "fields = '{}', commitments = '{}'",
        "fields <> '{}' and delivered_at <= ?",
        deliveredBefore);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
