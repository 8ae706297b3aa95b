package io.assay.office.idempotency;

import io.assay.office.MasterSecret;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AnswerStore {
  private static final String PURPOSE = "idempotency";

  private final JdbcClient jdbc;
  private final MasterSecret secret;

  AnswerStore(JdbcClient jdbc, MasterSecret secret) {
    this.jdbc = jdbc;
    this.secret = secret;
  }

  /** What is known of a key: which request came with it, and its answer once there is one. */
  record Known(String requestSha256, Optional<KeptAnswer> answer) {}

  /** Claims the key for a request; false when it has been used. */
  boolean claim(String member, String key, String requestSha256, Instant now) {
    return jdbc.sql(
                "insert into idempotency.answer (member, key, request_sha256, at)"
                    + " values (?, ?, ?, ?) on conflict do nothing")
            .params(member, key, requestSha256, utc(now))
            .update()
        == 1;
  }

  Optional<Known> find(String member, String key) {
    return jdbc.sql(
            "select request_sha256, status, content_type, body from idempotency.answer"
                + " where member = ? and key = ?")
        .params(member, key)
        .query(
            (row, number) -> {
              byte[] body = row.getBytes("body");
              return new Known(
                  row.getString("request_sha256"),
                  body == null
                      ? Optional.empty()
                      : Optional.of(
                          new KeptAnswer(
                              row.getInt("status"),
                              row.getString("content_type"),
                              secret.open(PURPOSE, body))));
            })
        .optional();
  }

  void keep(String member, String key, KeptAnswer answer) {
    jdbc.sql(
            "update idempotency.answer set status = ?, content_type = ?, body = ?"
                + " where member = ? and key = ?")
        .param(answer.status())
        .param(answer.contentType())
        .param(secret.seal(PURPOSE, answer.body()))
        .param(member)
        .param(key)
        .update();
  }

  void release(String member, String key) {
    jdbc.sql("delete from idempotency.answer where member = ? and key = ?")
        .params(member, key)
        .update();
  }

  void deleteBefore(Instant moment) {
    jdbc.sql("delete from idempotency.answer where at < ?").param(utc(moment)).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
