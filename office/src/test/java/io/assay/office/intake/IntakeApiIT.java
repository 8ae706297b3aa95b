package io.assay.office.intake;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.CasesConfig;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three doors as programs without a token use them. */
class IntakeApiIT {
  private static final TestClock CLOCK = new TestClock("2026-11-20T02:00:00Z");
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\nx".getBytes(StandardCharsets.ISO_8859_1);
  private static TestOffice office;
  private static Browser handler;
  private static String token;

  @BeforeAll
  static void start() {
    CasesConfig cases = new CasesConfig(null, null, null, 2_000, 2, 6, 8, null, null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    handler = office.browserOf("handler", CASE_HANDLER);
    token = handler.token();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void anHourLater() {
    CLOCK.advance(Duration.ofMinutes(61));
  }

  @Test
  void aComplaintComesIn_isAnswered_andItsCodeShowsItsStatus() {
    HttpResponse<String> sent =
        Multipart.of("topic", "my-privacy", "text", "\u6211\u7684\u8138", "mail", "u@example.com")
            .file("face.png", PNG)
            .post(office, "/api/v1/intake/complaint");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(sent.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(sent.body())
        .contains(
            "\"door\":\"COMPLAINT\"",
            "\u6211\u7684\u8138",
            "\"kind\":\"PNG\"",
            "\"basis\":\"POLICY\"");
    String code = found("\"receipt_code\":\"([^\"]+)\"", sent.body());
    String id = found("\"id\":\"(cas_[^\"]+)\"", sent.body());
    String own = "/api/v1/intake/complaint/" + code;

    step(id, "claim", "");
    step(id, "message", "{\"text\":\"Which picture?\"}");
    step(id, "note", "{\"text\":\"looks real\"}");
    assertThat(get(own).body())
        .contains("Which picture?", "\"state\":\"INVESTIGATING\"")
        .doesNotContain("looks real", "staff:", "u@example.com");
    HttpResponse<String> added =
        Multipart.of("text", "The second.")
            .file("a.txt", "b".getBytes(StandardCharsets.UTF_8))
            .post(office, own + "/messages");
    assertThat(added.body()).contains("The second.", "a.txt");

    step(id, "pause", "{\"text\":\"waits for the picture\"}");
    step(id, "resume", "");
    step(id, "release", "");
    step(id, "claim", "");
    String decided = step(id, "decide", "{\"finding\":\"PARTLY\",\"text\":\"It is gone.\"}");
    assertThat(decided).contains("\"waits\":false");
    assertThat(get(own).body()).contains("\"finding\":\"PARTLY\"", "\"state\":\"NOTIFIED\"");
    assertThat(office.acts())
        .anyMatch(
            it ->
                it.type().equals("intake.feedback_delivered")
                    && "interface".equals(it.facts().get("how")));
    assertThat(handler.call("GET", "/api/v1/cases/" + id, token, "").body())
        .contains("looks real", "\"rule\":\"intake.complaint-decide\"", "\"kind\":\"PNG\"");
    String file = found("\"id\":\"(att_[^\"]+)\"", sent.body());
    assertThat(
            handler
                .call("GET", "/api/v1/cases/" + id + "/files/" + file, token, "")
                .headers()
                .firstValue("Content-Disposition")
                .orElse(""))
        .contains("face.png");
  }

  @Test
  void aReportIsWithdrawn_andOtherDoorsDoNotKnowItsCode() {
    String sent = Multipart.of("text", "a rumor").post(office, "/api/v1/intake/report").body();
    String code = found("\"receipt_code\":\"([^\"]+)\"", sent);
    assertThat(get("/api/v1/intake/complaint/" + code).statusCode()).isEqualTo(404);
    HttpResponse<String> back =
        Multipart.of().post(office, "/api/v1/intake/report/" + code + "/withdraw");
    assertThat(back.body()).contains("\"state\":\"WITHDRAWN\"", "\"state\":\"DROPPED\"");
    assertThat(get("/api/v1/intake/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeTaken_isRefusedWithItsRule() {
    assertThat(refusal(Multipart.of("text", " "), "report")).contains("intake.text");
    assertThat(refusal(Multipart.of("text", "x"), "appeal")).contains("intake.about.unknown");
    assertThat(
            refusal(Multipart.of("text", "x").file("a.exe", new byte[] {77, 90, 0, 1}), "report"))
        .contains("intake.file-kind");
    assertThat(refusal(proven("text", "x").file("a.txt", new byte[3_000]), "report"))
        .contains("intake.file");
    assertThat(refusal(proven("text", "x", "mail", "a@b\r\nBcc: c@d.e"), "report"))
        .contains("intake.mail");
  }

  @Test
  void whoSendsTooOften_waits_orWorks() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(Multipart.of("text", "x").post(office, "/api/v1/intake/report").statusCode());
    }
    assertThat(answers).containsExactly(201, 201, 201, 429);
    for (int i = 0; i < 3; i++) {
      assertThat(proven("text", "x").post(office, "/api/v1/intake/report").statusCode())
          .isEqualTo(201);
    }
    assertThat(proven("text", "x").post(office, "/api/v1/intake/report").statusCode())
        .isEqualTo(429);
    assertThat(
            Multipart.of("text", "x", "challenge", "forged", "nonce", "1")
                .post(office, "/api/v1/intake/report")
                .statusCode())
        .isEqualTo(429);
    CLOCK.advance(Duration.ofMinutes(61));
    assertThat(Multipart.of("text", "x").post(office, "/api/v1/intake/report").statusCode())
        .isEqualTo(201);
  }

  @Test
  void aCaseSentTwiceWithOneKey_comesInOnce_withTheSameCode() {
    String path = "/api/v1/intake/report";
    String key = "5e0f7a1e-7d3b-4f0e-9f52-6f8d3c7a2b10";
    HttpResponse<String> first =
        Multipart.of("text", "told twice")
            .file("a.txt", "a".getBytes(StandardCharsets.UTF_8))
            .post(office, path, "Idempotency-Key", key);
    HttpResponse<String> again =
        Multipart.of("text", "told twice")
            .file("a.txt", "a".getBytes(StandardCharsets.UTF_8))
            .post(office, path, "Idempotency-Key", key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    HttpResponse<String> other =
        Multipart.of("text", "another").post(office, path, "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(422);
    HttpResponse<String> guessable =
        Multipart.of("text", "told twice").post(office, path, "Idempotency-Key", "1");
    assertThat(guessable.statusCode()).isEqualTo(400);
  }

  @Test
  void codesAreNotGuessed() {
    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 61; i++) {
      answers.add(get("/api/v1/intake/report/zzzz-zzzz-zzzz-zz" + (10 + i)).statusCode());
    }
    assertThat(answers).containsExactlyInAnyOrder(404, 429);
  }

  @Test
  void handlersPageThroughTheCases() {
    for (int i = 0; i < 3; i++) {
      Multipart.of("text", "case " + i).post(office, "/api/v1/intake/report");
    }
    String first = handler.call("GET", "/api/v1/cases?door=report&limit=2", token, "").body();
    String next = found("\"next\":\"([^\"]+)\"", first);
    String second =
        handler.call("GET", "/api/v1/cases?door=report&limit=2&after=" + next, token, "").body();
    assertThat(second).contains("\"cases\":[{");
    assertThat(found("\"id\":\"(cas_[^\"]+)\"", second))
        .isNotEqualTo(found("\"id\":\"(cas_[^\"]+)\"", first));
  }

  private static String refusal(Multipart form, String door) {
    HttpResponse<String> answer = form.post(office, "/api/v1/intake/" + door);
    assertThat(answer.statusCode()).as(answer.body()).isIn(404, 409);
    return answer.body();
  }

  /** A form with the work that its challenge asks for. */
  private static Multipart proven(String... fields) {
    String offer = get("/api/v1/intake/report").body();
    String challenge = found("\"challenge\":\"([^\"]+)\"", offer);
    Effort effort = office.bean(Effort.class);
    int nonce = 0;
    while (effort.check(challenge, Integer.toString(nonce)) != Effort.Proof.WORK) {
      nonce++;
    }
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("challenge", challenge, "nonce", Integer.toString(nonce)));
    return Multipart.of(all.toArray(String[]::new));
  }

  private static HttpResponse<String> get(String path) {
    HttpResponse<String> answer = office.browser().get(path);
    assertThat(office.contract().broken("GET", path, answer)).isEmpty();
    return answer;
  }

  private static String step(String id, String step, String json) {
    HttpResponse<String> answer =
        handler.call("POST", "/api/v1/cases/" + id + "/" + step, token, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
