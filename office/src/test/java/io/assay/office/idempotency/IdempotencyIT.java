package io.assay.office.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.staff.Role;
import io.assay.office.tenant.TenantService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyIT {
  private static TestOffice office;
  private static String token;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    token = office.browserOf("security", Role.SECURITY_ADMIN).token();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void theSameRequestIsDoneOnce_andAnsweredAlike() {
    HttpResponse<String> first = create("once", "k-once");
    HttpResponse<String> again = create("once", "k-once");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(tenants("once")).isEqualTo(1);
  }

  @Test
  void aRefusalIsARepeatableAnswerToo() {
    create("taken", "k-1");
    assertThat(create("taken", "k-2").statusCode()).isEqualTo(409);
    assertThat(create("taken", "k-2").headers().firstValue("Idempotency-Replayed"))
        .contains("true");
  }

  @Test
  void aKeyBelongsToOneRequest_andOneMember() {
    create("mine", "k-shared");
    assertThat(create("another", "k-shared").statusCode()).isEqualTo(422);
    assertThat(tenants("another")).isZero();
    String other = office.browserOf("colleague", Role.SECURITY_ADMIN).token();
    assertThat(call(other, "another", "k-shared").statusCode()).isEqualTo(201);
  }

  @Test
  void atOnceFromManySides_itIsDoneOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<HttpResponse<String>> one = () -> create("rush", "k-rush");
      List<Future<HttpResponse<String>>> answers =
          threads.invokeAll(Stream.generate(() -> one).limit(8).toList());
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isIn(201, 409);
      }
    }
    assertThat(tenants("rush")).isEqualTo(1);
    assertThat(create("rush", "k-rush").statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsKeptIsSealed_andAKeyHasBounds() {
    create("sealed", "k-sealed");
    byte[] kept =
        office
            .bean(JdbcClient.class)
            .sql("select body from idempotency.answer where key = 'k-sealed'")
            .query(byte[].class)
            .single();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("sealed");
    assertThat(create("long", "k".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(call("assay_st_nonsense", "x", "k-none").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> create(String name, String key) {
    return call(token, name, key);
  }

  private static HttpResponse<String> call(String secret, String name, String key) {
    Browser browser = office.browser();
    return browser.call(
        "POST", "/api/v1/tenants", secret, "{\"name\":\"" + name + "\"}", "Idempotency-Key", key);
  }

  private static long tenants(String name) {
    return office.bean(TenantService.class).list("", 1_000).rows().stream()
        .filter(tenant -> tenant.name().equals(name))
        .count();
  }
}
