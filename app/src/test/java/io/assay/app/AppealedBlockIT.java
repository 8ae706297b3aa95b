package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Snapshots;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.review.pool.StarterPool;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * An upheld appeal against an automatic block, from one end to the other: the same request passes,
 * a blocked answer is given back, the hit counts as wrong, and the pool gets a proposal.
 */
class AppealedBlockIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BAD = StarterPool.ENGLISH_MARKER;

  @TempDir static Path folder;
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    premises = new Premises(folder.resolve("data"));
    visitor = new Visitor();
  }

  @AfterAll
  static void stop() {
    visitor.close();
    premises.close();
  }

  private static HttpResponse<String> ask(String question, boolean stream) {
    var body = JSON.createObjectNode().put("model", "m").put("stream", stream);
    body.putArray("messages").addObject().put("role", "user").put("content", question);
    return visitor.call(
        premises.gateway() + "/v1/chat/completions", premises.key(), body.toString());
  }

  /** Has the block of an exchange taken back; the gateway knows it when this returns. */
  private static String upheld(String exchange, String phrase) throws InterruptedException {
    var index = premises.office(ExchangeIndex.class);
    Premises.await(
        "indexed", () -> index.find(exchange).flatMap(it -> it.summary().outcome()).isPresent());
    var appeal = Appeal.upheld(premises, exchange, phrase);
    var snapshots = premises.office(Snapshots.class);
    Premises.await(
        "told",
        () ->
            snapshots.current().stream()
                .flatMap(now -> now.releases().values().stream())
                .flatMap(releases -> releases.stream())
                .anyMatch(it -> it.review().equals(exchange)));
    return appeal;
  }

  private static long count(String sql, String param) {
    return premises.office(JdbcClient.class).sql(sql).param(param).query(Long.class).single();
  }

  @Test
  void aBlockedRequest_passesOnceItIsSentAgain() throws Exception {
    premises.model().says("It is a word for tests.");
    var question = "What does " + BAD + " mean?";
    var blocked = ask(question, false);
    assertThat(blocked.statusCode()).isEqualTo(400);
    var exchange = blocked.headers().firstValue("x-assay-case").orElseThrow();

    var appeal = upheld(exchange, "What does " + BAD + " mean?");
    assertThat(ask(question, false).body()).contains("It is a word for tests.");
    assertThat(ask(question, true).body())
        .contains("\"finish_reason\":\"stop\"")
        .doesNotContain("content_filter");
    var other = ask(question + " Tell me.", false);
    assertThat(other.statusCode()).as("nothing but that request").isEqualTo(400);
    assertThat(count("select count(*) from intake.false_positive where source = ?", appeal))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from pool.feature where origin = 'FALSE_POSITIVE'"
                    + " and about = ?",
                appeal))
        .isEqualTo(1);
  }

  @Test
  void aBlockedAnswer_isGivenBackToTheSameRequest() throws Exception {
    var model = premises.model();
    model.says("Write " + BAD + " down.");
    var question = "Which word do tests use?";
    var blocked = ask(question, false);
    assertThat(JSON.readTree(blocked.body()).at("/choices/0/finish_reason").asString())
        .isEqualTo("content_filter");
    assertThat(blocked.body()).doesNotContain(BAD);

    upheld(blocked.headers().firstValue("x-assay-case").orElseThrow(), "");
    model.says("Something else.");
    var given = ask(question, false);
    assertThat(JSON.readTree(given.body()).at("/choices/0/message/content").asString())
        .endsWith("Write " + BAD + " down.");
    assertThat(ask(question, true).body()).contains("Write " + BAD + " down.");
  }
}
