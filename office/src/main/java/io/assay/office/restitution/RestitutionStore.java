package io.assay.office.restitution;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content whose block was taken back, known by salted hashes. */
@Component
public class RestitutionStore {
  private static final Answer NONE = new Answer("", "", "", "", "");

  private final JdbcClient jdbc;

  RestitutionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What passes now, by subject. */
  public Map<String, List<Release>> inForce(Instant now) {
    Map<String, List<Release>> releases = new HashMap<>();
    jdbc.sql(
            "select subject, exchange, salt, sha256, capability, request_sha256, shard,"
                + " case when exists (select from disposal.contained c"
                + " where c.produce_id = r.delivered_by) then '' else commitment end as kept"
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
    String exchange = row.getString("exchange");
    Answer answer =
        new Answer(
            row.getString("capability"),
            row.getString("request_sha256"),
            row.getString("shard"),
            exchange,
            row.getString("kept"));
    return Release.onAppeal(
        exchange,
        row.getString("salt"),
        row.getString("sha256"),
        Optional.of(answer).filter(it -> !it.commitment().isEmpty()));
  }

  boolean given(String exchange) {
    return jdbc.sql("select exists (select from restitution.release where exchange = ?)")
        .param(exchange)
        .query(Boolean.class)
        .single();
  }

  void add(ExchangeDetail exchange, Part part, Release release, Instant until) {
    Answer answer = release.answer().orElse(NONE);
    jdbc.sql(
            "insert into restitution.release (exchange, part, subject, salt, sha256, until,"
                + " capability, request_sha256, shard, commitment)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            exchange.summary().id(),
            part.name(),
            exchange.summary().origin().subject(),
            release.salt(),
            release.sha256(),
            utc(until),
            answer.capability(),
            answer.requestSha256(),
            answer.shard(),
            answer.commitment())
        .update();
  }

  /** Notes that an answer has reached its caller. */
  void delivered(String exchange, String by, Instant at) {
    jdbc.sql(
            "update restitution.release set delivered_at = ?, delivered_by = ?"
                + " where exchange = ? and commitment <> '' and delivered_at is null")
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
        "update restitution.release set commitment = '' where ",
        "commitment <> '' and delivered_at <= ?",
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
