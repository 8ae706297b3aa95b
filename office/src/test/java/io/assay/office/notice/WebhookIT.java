package io.assay.office.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.notice.Neighbours.Call;
import io.assay.office.staff.Right;
import io.assay.office.staff.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that is told checks what it gets as Standard Webhooks asks it to. */
class WebhookIT {
  private static final JsonMapper JSON = new JsonMapper();

  /** Four in the afternoon in Shanghai. */
  private static final TestClock CLOCK = new TestClock("2026-11-13T08:00:00Z");

  private static Neighbours neighbours;
  private static TestOffice office;
  private static Browser root;
  private static String token;
  private static Receiver receiver;

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    root = office.browserOf("root", Role.SYSTEM_ADMIN);
    token = root.token();
    String asked = "{\"url\":\"" + neighbours.url() + "\",\"kinds\":\"deadline.\"}";
    JsonNode added = JSON.readTree(root.call("POST", "/api/v1/webhooks", token, asked).body());
    receiver = new Receiver(added.path("secret").asString());
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  /** The receiver of the specification: signature, then time, then whether it was seen. */
  private record Receiver(byte[] secret, Set<String> seen) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    Receiver(String secret) {
      this(Base64.getDecoder().decode(secret.substring("whsec_".length())), new HashSet<>());
    }

    String take(Call call, Instant now) {
      String id = header(call, "id");
      String timestamp = header(call, "timestamp");
      String expected = "v1," + hmac(id + "." + timestamp + "." + call.body());
      byte[] given = header(call, "signature").getBytes(StandardCharsets.UTF_8);
      if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given)) {
        return "forged";
      }
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
        return "stale";
      }
      return seen.add(id) ? "taken" : "seen";
    }

    private static String header(Call call, String name) {
      return Objects.requireNonNull(call.headers().get(name));
    }

    private String hmac(String text) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return Base64.getEncoder()
            .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aReceiverVerifiesWhatItGets_andRefusesForgeriesOldOnesAndRepetitions() {
    Call call = told("one");
    assertThat(receiver.take(call, CLOCK.instant())).isEqualTo("taken");
    assertThat(receiver.take(call, CLOCK.instant())).isEqualTo("seen");
    assertThat(receiver.take(call, CLOCK.instant().plus(Duration.ofMinutes(6)))).isEqualTo("stale");
    Call changed = new Call(call.headers(), call.body().replace("one", "two"));
    assertThat(receiver.take(changed, CLOCK.instant())).isEqualTo("forged");
    Receiver stranger = new Receiver("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
    assertThat(stranger.take(call, CLOCK.instant())).isEqualTo("forged");

    JsonNode body = JSON.readTree(call.body());
    assertThat(body.path("id").asString()).isEqualTo(call.headers().get("id"));
    assertThat(body.path("type").asString()).isEqualTo("deadline.hard");
    assertThat(body.path("data").path("about").asString()).isEqualTo("one");
    assertThat(body.path("data").path("url").asString()).endsWith("/deadlines");
  }

  @Test
  void whatFailed_comesAgainUnderItsName_signedAnew() {
    neighbours.failNext(1);
    send("late");
    await().until(() -> sending("late").problem().values().contains("503"));
    Instant first = CLOCK.instant();
    CLOCK.advance(Duration.ofSeconds(10));
    Call call = arrived("late");
    assertThat(Long.parseLong(call.headers().get("timestamp")))
        .isGreaterThanOrEqualTo(first.plusSeconds(10).getEpochSecond());
    assertThat(receiver.take(call, CLOCK.instant())).isEqualTo("taken");
  }

  @Test
  void aProgramThatDoesNotAnswer_delaysNobodyElse() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    AtomicBoolean waited = new AtomicBoolean();
    HttpServer silent =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    silent.createContext("/", exchange -> waited.set(quietUntil(told, exchange)));
    silent.start();
    String asked = "{\"url\":\"http://localhost:%d/\"}".formatted(silent.getAddress().getPort());
    String id =
        JSON.readTree(root.call("POST", "/api/v1/webhooks", token, asked).body())
            .path("webhook")
            .path("id")
            .asString();
    send("both-1", "both-2", "both-3");
    await()
        .until(
            () ->
                Stream.of("both-1", "both-2", "both-3")
                    .allMatch(about -> neighbours.calls().stream().anyMatch(it -> has(it, about))));
    told.countDown();
    await().untilTrue(waited);
    root.call("DELETE", "/api/v1/webhooks/" + id, token, "");
    silent.stop(0);
  }

  /** Whether the test let it answer before its caller gave up. */
  private static boolean quietUntil(CountDownLatch told, HttpExchange exchange) throws IOException {
    try {
      return told.await(9, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  private static boolean has(Call call, String about) {
    return call.body().contains(about);
  }

  private static Sending sending(String about) {
    return office.bean(Notices.class).list(Optional.empty(), 10).rows().stream()
        .filter(it -> it.about().equals(about))
        .findFirst()
        .orElseThrow();
  }

  private static Call told(String about) {
    send(about);
    return arrived(about);
  }

  private static void send(String... abouts) {
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                Stream.of(abouts)
                    .map(WebhookIT::notice)
                    .forEach(it -> office.bean(Notices.class).send(it)));
  }

  private static Notice notice(String about) {
    return new Notice(
        about + "/happened",
        Kind.DEADLINE_HARD,
        about,
        "",
        "/deadlines",
        Recipient.holders(Right.CASE_WRITE),
        List.of(),
        true);
  }

  private static Call arrived(String about) {
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              return neighbours.calls().stream().anyMatch(it -> has(it, about));
            });
    return neighbours.calls().stream().filter(it -> has(it, about)).findFirst().orElseThrow();
  }
}
