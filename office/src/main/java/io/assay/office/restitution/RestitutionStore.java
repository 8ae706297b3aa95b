package io.assay.office.restitution;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content whose block was taken back, known by salted hashes. */
@Component
public class RestitutionStore {
  private final JdbcClient jdbc;

  RestitutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What passes now, by subject. */
  public Map<String, List<Release>> inForce(Instant now) {
    Map<String, List<Release>> releases = new HashMap<>();
    jdbc.sql(
            "select subject, exchange, salt, sha256, capability, request_sha256, shard, fields,"
                + " commitments, fields <> '{}' and not exists (select from disposal.contained c"
                + " where c.produce_id = r.delivered_by) as kept"
                + " from restitution.release r where ended_at is null and until > ?")
        .param(utc(now))
        .query(
            row -> {
              releases
                  .computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                  .add(release(row));
            });
    return releases;
  }

  private static Release release(ResultSet row) throws SQLException {
    return Release.onAppeal(
        row.getString("exchange"),
        row.getString("salt"),
        Set.copyOf(texts(row, "sha256")),
        row.getBoolean("kept") ? Optional.of(answer(row)) : Optional.empty());
  }

  private static Answer answer(ResultSet row) throws SQLException {
    List<String> fields = texts(row, "fields");
    List<String> commitments = texts(row, "commitments");
    return new Answer(
        row.getString("capability"),
        row.getString("request_sha256"),
        row.getString("shard"),
        row.getString("exchange"),
        IntStream.range(0, fields.size())
            .mapToObj(i -> new File(fields.get(i), commitments.get(i)))
            .toList());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
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
    change(
        "update restitution.release set ended_at = until where ",
        "ended_at is null and until <= ?",
        now);
    change(
        "update restitution.release set fields = '{}', commitments = '{}' where ",
        "fields <> '{}' and delivered_at <= ?",
        deliveredBefore);
  }

  private void change(String update, String condition, Instant at) {
    boolean any =
        jdbc.sql("select exists (select from restitution.release where " + condition + ")")
            .param(utc(at))
            .query(Boolean.class)
            .single();
    if (any) {
      jdbc.sql(update + condition).param(utc(at)).update();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
