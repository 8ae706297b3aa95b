package io.assay.office.rumor;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.notice.Courier;
import io.assay.office.notice.Neighbours;
import io.assay.office.publication.Works;
import io.assay.office.sanction.Inputs;
import io.assay.office.subject.SubjectService;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everyone on record who made or received a rumor is told what is right, with receipts. */
class ToldIT {
  private static final String CLAIM = "The clock tower of Sampleville runs on moonlight alone.";
  private static final String RIGHT = "The clock tower runs on a spring, wound once a week.";
  private static final TestClock CLOCK = new TestClock("2026-11-20T04:00:00Z");

  private static Neighbours neighbours;
  private static TestOffice office;
  private static Browser handler;
  private static Browser officer;

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
    MailConfig mail =
        new MailConfig(
            "localhost", neighbours.mailPort(), null, null, false, "o@example.com", "en", null);
    QuietHours none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    CasesConfig cases = new CasesConfig(null, mail, none, null, null, null, null, null, null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    handler = office.browserOf("handler", CASE_HANDLER);
    officer = office.browserOf("officer", COMPLIANCE_OFFICER, CASE_HANDLER);
    Browser root = office.browserOf("root", SYSTEM_ADMIN);
    root.call(
        "POST",
        "/api/v1/webhooks",
        root.token(),
        "{\"url\":\"" + neighbours.url() + "\",\"kinds\":\"rumor.\"}");
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  @Test
  void whoMadeIt_andWhoReceivedIt_areTold_andNobodyCountsAsReachedWithoutAReceipt() {
    Works works = Works.in(office);
    String author = works.author().subject();
    String page = works.publish("The tower", CLAIM).id();
    String code = report("https://assay.example.com/p/" + page);
    String rumor = rumor("moonlight alone");
    Telling telling = office.bean(Telling.class);
    assertThat(telling.of(rumor)).isEmpty();

    assertThat(
            officer
                .submit(
                    "/rumors/" + rumor, "/rumors/" + rumor + "/refute", Map.of("refutation", RIGHT))
                .statusCode())
        .isEqualTo(302);
    assertThat(telling.of(rumor)).hasSize(2).noneMatch(Told::reached);
    Told made = told(rumor, author).orElseThrow();
    Told received = telling.of(rumor).stream().filter(it -> !it.made()).findFirst().orElseThrow();
    assertThat(made.toldAt()).isEqualTo(CLOCK.instant());
    assertThat(officer.get("/rumors/" + rumor).body()).contains("0 of 2 reached", author);

    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              return telling.of(rumor).stream().allMatch(it -> it.deliveredAt() != null);
            });
    assertThat(neighbours.calls())
        .anySatisfy(call -> assertThat(call.body()).contains("rumor.refuted", rumor, author));
    assertThat(neighbours.letters())
        .anySatisfy(letter -> assertThat(letter).contains("To: r@example.com", "message"));
    assertThat(officer.get("/rumors/" + rumor).body()).contains("2 of 2 reached");

    String own = office.bean(SubjectService.class).find(author).orElseThrow().ownPath();
    assertThat(office.browser().get(own).body()).contains("Corrections", RIGHT);
    assertThat(told(rumor, author).orElseThrow().seenAt()).isEqualTo(CLOCK.instant());
    assertThat(told(rumor, received.subject()).orElseThrow().seenAt()).isNull();
    CLOCK.advance(Duration.ofMinutes(1));
    assertThat(office.browser().get("/report/" + code).body()).contains(RIGHT);
    assertThat(told(rumor, received.subject()).orElseThrow().seenAt()).isEqualTo(CLOCK.instant());
    assertThat(office.actTypes()).contains("rumor.seen", "intake.messaged");
  }

  @Test
  void whoIsFoundAfterTheRefutation_isToldToo_once() {
    Works works = Works.in(office);
    Works other = Works.in(office);
    works.publish("The well", "The well of Sampleville sings at noon.");
    String rumor = rumor("sings at noon");
    officer.submit(
        "/rumors/" + rumor, "/rumors/" + rumor + "/refute", Map.of("refutation", "It is silent."));
    String late = other.author().subject();
    Inputs.put(office, "ex_late", late, CLOCK.instant(), false);
    assertThat(told(rumor, late)).isEmpty();
    assertThat(
            handler
                .submit(
                    "/rumors/" + rumor, "/rumors/" + rumor + "/add", Map.of("exchange", "ex_late"))
                .statusCode())
        .isEqualTo(302);
    assertThat(told(rumor, late).orElseThrow().toldAt()).isEqualTo(CLOCK.instant());
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              return told(rumor, late).orElseThrow().deliveredAt() != null;
            });
    handler.submit("/rumors/" + rumor, "/rumors/" + rumor + "/add", Map.of("exchange", "ex_late"));
    office.bean(Courier.class).round();
    assertThat(neighbours.calls().stream().filter(it -> it.body().contains(late))).hasSize(1);
  }

  private static Optional<Told> told(String rumor, String subject) {
    return office.bean(Telling.class).of(rumor).stream()
        .filter(it -> it.subject().equals(subject))
        .findFirst();
  }

  /** A rumor that is verified and contained. */
  private static String rumor(String phrase) {
    String path =
        handler
            .submit(
                "/rumors", "/rumors", Map.of("claim", "It is said: " + phrase, "phrase", phrase))
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .replaceFirst("^https?://[^/]+", "");
    handler.submit(path, path + "/verify", Map.of("untrue", "true", "source", "the council"));
    handler.submit(path, path + "/contain", Map.of());
    return path.replaceAll(".*/", "");
  }

  private static String report(String about) {
    CLOCK.advance(Duration.ofSeconds(10));
    String sent =
        Multipart.of("text", "this is false", "about", about, "mail", "r@example.com")
            .post(office, "/api/v1/intake/report")
            .body();
    return sent.replaceAll(".*\"receipt_code\":\"([^\"]+)\".*", "$1");
  }
}
