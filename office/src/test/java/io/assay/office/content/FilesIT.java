package io.assay.office.content;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.Disposals;
import io.assay.office.task.HeldContent;
import io.assay.office.task.Sound;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of an exchange, on its page and through the counted view. */
class FilesIT {
  private static final String EXCHANGE = "ex_files";
  private static final String PAGE = "/exchanges/" + EXCHANGE;
  private static final String FEATURE = "starter-a18-fraud-zh-216";

  private static TestOffice office;

  @BeforeAll
  static void start() {
    TestClock clock = new TestClock("2026-11-21T04:00:00Z");
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    byte[] clear = Sound.wav(Sound.noise(1, 1));
    byte[] flagged = Sound.wav(Sound.noise(2, 1));
    new HeldContent(office, clock).heldFiles(EXCHANGE, "sub_1", FEATURE, "audio", clear, flagged);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void thePageListsThem_withWhatWasFound() {
    String page = office.browserOf("files-auditor", AUDIT_ADMIN).get(PAGE).body();
    assertThat(page)
        .contains("messages[0].content[1]", "messages[0].content[2]", "21.6 KiB", "as recorded")
        .contains("waits for a person", "on the ground of a review or a case")
        .doesNotContain(PAGE + "/files/");
  }

  @Test
  void whoeverHoldsItsReviewOpensThem_andNobodyElse() {
    Browser reviewer = office.browserOf("files-reviewer", REVIEWER);
    assertThat(reviewer.get(PAGE).body()).doesNotContain(PAGE + "/files/");
    assertThat(reviewer.get(PAGE + "/files/attachment-1").statusCode()).isNotEqualTo(200);
    reviewer.get("/reviews/next");
    assertThat(reviewer.get(PAGE).body()).contains(PAGE + "/files/attachment-1", EXCHANGE);
    HttpResponse<String> file = reviewer.get(PAGE + "/files/attachment-1");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(office.acts().getLast().facts())
        .containsEntry("exchange", EXCHANGE)
        .containsEntry("field", "attachment-1")
        .containsEntry("purpose", "task");
    assertThat(reviewer.get(PAGE + "/files/attachment-3").statusCode()).isNotEqualTo(200);
    Browser auditor = office.browserOf("files-auditor2", AUDIT_ADMIN);
    assertThat(auditor.get(PAGE + "/files/attachment-1").statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverHandlesItsDisposalOpensThem_untilTheCaseCloses() {
    Browser handler = office.browserOf("files-handler", CASE_HANDLER);
    String token = handler.token();
    String path = "/api/v1/exchanges/" + EXCHANGE + "/files/attachment-2";
    assertThat(office.browser().call("POST", path, token, "").body()).contains("content.not-held");
    String id =
        office
            .bean(Disposals.class)
            .open(Severity.ORDINARY, "a test", "I.11", List.of(EXCHANGE), "staff:officer")
            .id();
    assertThat(office.browser().call("POST", path, token, "").statusCode()).isEqualTo(200);
    assertThat(office.acts().getLast().facts())
        .containsEntry("purpose", "case")
        .containsEntry("about", id);
  }
}
