package io.assay.office.task;

import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.snapshot.RegisterSnapshots;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reviewers over a real database, ledger and vault, and what a gateway holds for them. */
abstract class Reviewing {
  static final JsonMapper JSON = new JsonMapper();
  static final String FEATURE = "starter-a18-fraud-zh-216";
  static final String WORDING = "\u8BC8\u9A97\u8BDD\u672F\u6A21\u677F";

  final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  TestOffice office;
  HeldContent gateway;
  Browser reviewer;
  Browser senior;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    gateway = new HeldContent(office, clock);
    reviewer = office.browserOf("reviewer", REVIEWER);
    senior = office.browserOf("senior", SENIOR_REVIEWER);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  static String single(String prefix) {
    return numbered(prefix, false);
  }

  static String twofold(String prefix) {
    return numbered(prefix, true);
  }

  static String numbered(String prefix, boolean twice) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> prefix + i)
        .filter(id -> Policy.chosen(id, (int) Policy.DOUBLE.shipped()) == twice)
        .findFirst()
        .orElseThrow();
  }

  void decide(Browser browser, String id, Ground ground) {
    assertThat(submit(browser, id, ground).statusCode()).isEqualTo(302);
  }

  static HttpResponse<String> submit(Browser browser, String id, Ground ground) {
    return browser.submit(
        "/reviews/" + id, "/reviews/" + id + "/decide", Map.of("ground", ground.name()));
  }

  void settle(Duration later) {
    clock.advance(later);
    office.bean(Settlement.class).settle();
  }

  boolean released(String subject, String text) {
    return office
        .bean(RegisterSnapshots.class)
        .read()
        .release(subject, text.getBytes(UTF_8))
        .isPresent();
  }

  static String at(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.body());
  }

  HttpResponse<String> call(String method, String path, String token, String json) {
    return office.browser().call(method, "/api/v1/reviews" + path, token, json);
  }

  long count(String sql) {
    return office.bean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  String one(String sql) {
    return office.bean(JdbcClient.class).sql(sql).query(String.class).single();
  }
}
