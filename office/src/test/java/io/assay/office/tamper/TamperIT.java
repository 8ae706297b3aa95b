package io.assay.office.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Verdict;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.deadline.Deadline;
import io.assay.office.deadline.Deadlines;
import io.assay.office.disposal.Disposals;
import io.assay.office.posture.DeliveredFile;
import io.assay.office.posture.Posture;
import io.assay.office.posture.Status;
import io.assay.office.staff.Role;
import io.assay.office.tamper.Signal.State;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acceptance scenario 14: what the check of a file shows against a label leads to a case. */
class TamperIT {
  /** A Monday; the limit is a working day. */
  private final TestClock clock = new TestClock("2026-11-23T04:00:00Z");

  private TestOffice office;
  private Signals signals;

  @BeforeEach
  void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    signals = office.bean(Signals.class);
  }

  @AfterEach
  void stop() {
    office.close();
  }

  @Test
  void anIntactFile_andOneThatWasNeverOurs_leaveNoSignal() {
    DeliveredFile ours = DeliveredFile.of(office, "ours", Color.RED, clock.instant());
    assertThat(check(ours.bytes())).contains("verdict tone-pass");
    check(DeliveredFile.picture(Color.GREEN));
    assertThat(all()).isEmpty();
  }

  @Test
  void aStrippedFile_leadsToACaseOfItsExchange_andNothingOfItIsKept() {
    DeliveredFile ours = DeliveredFile.of(office, "ours", Color.RED, clock.instant());
    check(withoutMetadata(ours.bytes()));
    check(withoutMetadata(ours.bytes()));

    Signal signal = all().getFirst();
    assertThat(all()).hasSize(1);
    assertThat(signal.verdict()).isEqualTo(Verdict.STRIPPED);
    assertThat(signal.exchange()).isEqualTo("ours");
    assertThat(signal.times()).isEqualTo(2);
    assertThat(signal.noticedBy()).isEqualTo("visitor");
    assertThat(office.actTypes().stream().filter("tamper.noticed"::equals)).hasSize(1);
    assertThat(office.bean(Deadlines.class).about(signal.id()))
        .extracting(Deadline::rule)
        .containsExactly("tamper.case");

    Browser handler = office.browserOf("handler", Role.CASE_HANDLER);
    assertThat(handler.get("/tampering").body()).contains(signal.id());
    String page = signal.path();
    assertThat(handler.submit(page, page + "/dismiss", Map.of("text", " ")).statusCode())
        .isEqualTo(422);
    String led =
        handler
            .submit(page, page + "/case", Map.of("severity", "ORDINARY", "facts", "Label removed"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String disposal = led.substring("/disposals/".length());
    assertThat(office.bean(Disposals.class).byId(disposal).orElseThrow().exchanges())
        .containsExactly("ours");
    assertThat(signals.byId(signal.id()).orElseThrow().state()).isEqualTo(State.CASE);
    assertThat(handler.get(page).body()).contains(led);

    check(withoutMetadata(ours.bytes()));
    assertThat(all()).hasSize(1);
    assertThat(handler.submit(page, page + "/dismiss", Map.of("text", "late")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void otherContentUnderOurLabel_isASignal_thatAProgramRefersOrDismisses() {
    DeliveredFile ours = DeliveredFile.of(office, "ours", Color.RED, clock.instant());
    check(ours.labelOn(Color.BLUE));
    Signal signal = all().getFirst();
    assertThat(signal.verdict()).isEqualTo(Verdict.ALTERED);

    String token = office.browserOf("handler", Role.CASE_HANDLER).token();
    String path = "/api/v1/tampering/" + signal.id();
    Browser program = office.browser();
    assertThat(program.call("POST", path + "/dismiss", token, "{\"reason\": \"\"}").statusCode())
        .isEqualTo(409);
    assertThat(
            program
                .call("POST", path + "/dismiss", token, "{\"reason\": \"our own test\"}")
                .statusCode())
        .isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    check(ours.labelOn(Color.BLUE));
    Signal again = all().getFirst();
    assertThat(again.state()).isEqualTo(State.NEW);
    assertThat(
            program
                .call(
                    "POST",
                    "/api/v1/tampering/" + again.id() + "/refer",
                    token,
                    "{\"matter\": \"cas_1\"}")
                .body())
        .contains("\"matter\":\"cas_1\"");
    clock.advance(Duration.ofSeconds(1));
    check(withoutMetadata(ours.bytes()));
    String opened = "/api/v1/tampering/" + all().getFirst().id();
    String wanted = "{\"severity\":\"ORDINARY\",\"facts\":\"somebody took the label off\"}";
    assertThat(program.call("POST", opened + "/case", token, wanted).body())
        .containsPattern("\"matter\":\"dsp_[^\"]+\"");
    assertThat(program.call("GET", opened, token, "").body())
        .contains("\"verdict\":\"STRIPPED\"", "\"exchange\":\"ours\"");
    String auditor = office.browserOf("auditor", Role.AUDIT_ADMIN).token();
    assertThat(program.call("GET", "/api/v1/tampering?state=DISMISSED", auditor, "").body())
        .contains("our own test");
    assertThat(
            program.call("POST", path + "/dismiss", auditor, "{\"reason\": \"no\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aSignalNobodyDecidesWithinAWorkingDay_failsTheControl() {
    Posture posture = office.bean(Posture.class);
    posture.recompute();
    assertThat(posture.status("C18-1")).contains(Status.INSUFFICIENT_EVIDENCE);

    DeliveredFile ours = DeliveredFile.of(office, "ours", Color.RED, clock.instant());
    check(withoutMetadata(ours.bytes()));
    clock.advance(Duration.ofMinutes(5));
    posture.recompute();
    assertThat(posture.status("C18-1")).contains(Status.PASS);

    clock.advance(Duration.ofHours(34));
    posture.recompute();
    assertThat(posture.status("C18-1")).contains(Status.DUE_SOON);

    clock.advance(Duration.ofDays(1));
    posture.recompute();
    assertThat(posture.status("C18-1")).contains(Status.FAIL);
  }

  private String check(byte[] file) {
    return Multipart.of().file("picture.png", file).page(office, "/verify").body();
  }

  private List<Signal> all() {
    return signals.list(Optional.empty(), Optional.empty(), 10).rows();
  }

  /** A PNG with nothing in it but what draws the picture. */
  private static byte[] withoutMetadata(byte[] png) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 8);
    ByteBuffer in = ByteBuffer.wrap(png);
    int at = 8;
    while (at < png.length) {
      int length = in.getInt(at) + 12;
      boolean critical = Character.isUpperCase((char) png[at + 4]);
      if (critical) {
        out.write(png, at, length);
      }
      at += length;
    }
    return out.toByteArray();
  }
}
