package io.assay.office.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.policy.Policies;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public check takes what the policy says, and says so when it is enough. */
class CheckRateIT {
  private static final TestClock CLOCK = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void anAddressChecksSoManyFilesAnHour_andIsToldTheLimit() {
    int most = office.bean(Policies.class).count(CheckNumbers.PER_HOUR);
    for (int i = 0; i < most; i++) {
      assertThat(check().statusCode()).isNotEqualTo(429);
    }
    HttpResponse<String> refused = check();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains(String.valueOf(most)).doesNotContain("??");
    CLOCK.advance(Duration.ofMinutes(61));
    assertThat(check().statusCode()).isNotEqualTo(429);
  }

  private static HttpResponse<String> check() {
    return Multipart.of()
        .file("a.txt", "words".getBytes(StandardCharsets.UTF_8))
        .page(office, "/verify");
  }
}
