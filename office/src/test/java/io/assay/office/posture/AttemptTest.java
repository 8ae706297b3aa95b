package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.office.posture.Attempt.Outcome.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What canaries make of a service that does not do its duty. */
class AttemptTest {
  private static final String ANSWERED = "{\"choices\": [{\"finish_reason\":\"stop\"}]}";
  private static final String FILTERED = "{\"choices\": [{\"finish_reason\":\"content_filter\"}]}";

  private final Attempt attempt = new Attempt();
  private HttpServer service;
  private int status;
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void aKeyOfTheUnverified_hasToBeRefused_withTheRightCode() {
    answers(403, error("identity_required"));
    assertThat(unverified()).isEqualTo(Verdict.AS_WANTED);
    answers(403, error("quota_exceeded"));
    assertThat(unverified()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(401, error("identity_required"));
    assertThat(unverified()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(200, "{}");
    assertThat(unverified()).isEqualTo(Verdict.NOT_AS_WANTED);
  }

  @Test
  void aKnownBadPrompt_hasToBeBlocked() {
    answers(400, error("content_policy_violation"));
    assertThat(bad()).isEqualTo(Verdict.AS_WANTED);
    answers(200, ANSWERED);
    assertThat(bad()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(400, error("malformed"));
    assertThat(bad()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(503, "");
    assertThat(bad()).isEqualTo(Verdict.NO_ANSWER);
  }

  @Test
  void aKnownGoodPrompt_hasToBeAnswered() {
    answers(200, ANSWERED);
    assertThat(good()).isEqualTo(Verdict.AS_WANTED);
    answers(200, FILTERED);
    assertThat(good()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(400, error("content_policy_violation"));
    assertThat(good()).isEqualTo(Verdict.NOT_AS_WANTED);
    answers(502, "");
    assertThat(good()).isEqualTo(Verdict.NO_ANSWER);
  }

  @Test
  void aPublicPage_hasToOpen_andAFormToBeThere() {
    answers(200, "<form method=\"post\"></form>");
    assertThat(attempt.openPage(address()).verdict()).isEqualTo(Verdict.AS_WANTED);
    assertThat(attempt.openForm(address()).verdict()).isEqualTo(Verdict.AS_WANTED);
    answers(200, "<p>Closed for today.</p>");
    assertThat(attempt.openForm(address()).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
    assertThat(attempt.pageSays(address(), Locale.ENGLISH, "<p>Open.</p>").verdict())
        .isEqualTo(Verdict.NOT_AS_WANTED);
    answers(500, "<form method=\"post\"></form>");
    assertThat(attempt.openPage(address()).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
    assertThat(attempt.openForm(address()).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
  }

  @Test
  void aGatewayOutOfReach_isNoEvidence_butAPublicPageOutOfReachIsAFault() {
    service.stop(0);
    assertThat(unverified()).isEqualTo(Verdict.NO_ANSWER);
    assertThat(bad()).isEqualTo(Verdict.NO_ANSWER);
    assertThat(good()).isEqualTo(Verdict.NO_ANSWER);
    assertThat(attempt.model(door(), "key")).isEmpty();
    assertThat(attempt.openPage(address()).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
    assertThat(attempt.openForm(address()).verdict()).isEqualTo(Verdict.NOT_AS_WANTED);
  }

  private void answers(int code, String text) {
    status = code;
    body = text;
  }

  private Verdict unverified() {
    return attempt.publishUnverified(door(), "key").verdict();
  }

  private Verdict bad() {
    return attempt.promptBad(door(), "key", "m", "bad").verdict();
  }

  private Verdict good() {
    return attempt.promptGood(door(), "key", "m", "good").verdict();
  }

  private GatewayDoor door() {
    return new GatewayDoor("http://localhost:" + service.getAddress().getPort());
  }

  private String address() {
    return door().url() + "/appeal";
  }

  private static String error(String code) {
    return "{\"error\": {\"code\": \"" + code + "\"}}";
  }
}
