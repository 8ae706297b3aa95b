package io.assay.office.intake;

import static io.assay.office.staff.Role.CASE_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.assay.office.CasesConfig;
import io.assay.office.CasesConfig.MailConfig;
import io.assay.office.CasesConfig.QuietHours;
import io.assay.office.Multipart;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.intake.CaseFile.Sent;
import io.assay.office.notice.Courier;
import io.assay.office.notice.Neighbours;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is promised at the doors, and what the public reads of how it was kept (Art. 12). */
class PromiseIT {
  private static final TestClock CLOCK = new TestClock("2026-03-02T02:00:00Z");
  private static final Set<String> DOORS = Set.of("/appeal", "/complaint", "/report");
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)");

  private static Neighbours neighbours;
  private static TestOffice office;
  private static Browser handler;

  @BeforeAll
  static void start() {
    neighbours = new Neighbours();
    MailConfig mail =
        new MailConfig(
            "localhost", neighbours.mailPort(), null, null, false, "o@example.com", "en", null);
    QuietHours none = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    CasesConfig cases =
        new CasesConfig(null, mail, none, null, null, null, null, Duration.ofDays(90), null);
    office =
        TestOffice.start(
            new OfficeConfig(null, null, null, null, null, null, null, null, cases), CLOCK);
    handler = office.browserOf("handler", CASE_HANDLER);
  }

  @AfterAll
  static void stop() {
    office.close();
    neighbours.close();
  }

  @BeforeEach
  void anHourLater() {
    CLOCK.advance(Duration.ofMinutes(61));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/verify",
        "/documents",
        "/process",
        "/transparency",
        "/refutations",
        "/sign-in",
        "/report"
      })
  void everyPublicPage_leadsToEachDoor_inTwoClicks(String page) {
    Set<String> reached = new LinkedHashSet<>();
    for (String first : links(page)) {
      reached.add(first);
      if (!DOORS.contains(first)) {
        reached.addAll(links(first));
      }
    }
    assertThat(reached).containsAll(DOORS);
    DOORS.forEach(door -> assertThat(office.browser().get(door).body()).contains("name=\"text\""));
  }

  @Test
  void whoIsAnswered_saysHowContentTheyAre_once_andThePublicReadsTheShare() {
    Case one = report("seen");
    assertThat(rate(one, "SATISFIED").statusCode()).isEqualTo(409);
    decide(one);
    assertThat(rate(one, "SATISFIED").statusCode()).isEqualTo(409);
    assertThat(office.browser().get(one.page()).body()).contains("Very dissatisfied");
    assertThat(rate(one, "SATISFIED").statusCode()).isEqualTo(200);
    assertThat(rate(one, "FAIR").statusCode()).isEqualTo(409);
    assertThat(office.browser().get(one.page()).body())
        .contains("It counts in what we publish")
        .doesNotContain("Very dissatisfied");
    assertThat(handler.get("/cases/" + one.id()).body()).contains("Satisfaction", "Satisfied");
    Case two = report("seen again");
    decide(two);
    office.browser().get(two.page());
    assertThat(rate(two, "DISSATISFIED").statusCode()).isEqualTo(200);
    assertThat(office.browser().get("/transparency").body())
        .contains("50.0 % (1 of 2 who said)", "100.0");
    assertThat(office.actTypes()).contains("intake.rated");
  }

  @Test
  void aBrokenPromise_isOnThePublicList_whicheverItWas() {
    HttpResponse<String> sent =
        Multipart.of("text", "my voice", "topic", "my-face-or-voice")
            .post(office, "/api/v1/intake/complaint");
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(office.browser().get("/transparency").body()).doesNotContain("still owed");
    CLOCK.advance(Duration.ofDays(30));
    String published = office.browser().get("/transparency").body();
    assertThat(published)
        .contains("Acknowledge the complaint", "Decide the complaint", "still owed", "Policy")
        .contains("0.0 % (0 of 1)")
        .doesNotContain("my voice");
    String code = found("\"receipt_code\":\"([^\"]+)\"", sent.body());
    Multipart.of().post(office, "/api/v1/intake/complaint/" + code + "/withdraw");
    assertThat(office.browser().get("/transparency").body())
        .contains("Acknowledge the complaint", "Decide the complaint");
  }

  @Test
  void aResultIsDelivered_whateverWaitsBefore() {
    office
        .bean(JdbcClient.class)
        .sql(
            "insert into intake.case (id, door, code_hmac, state, about, topic, language,"
                + " received_at, decided_by, decided_at) select 'cas_old' || n, 'REPORT',"
                + " 'old' || n, case when n % 2 = 0 then 'DECIDED' else 'NOTIFIED' end, '',"
                + " 'other', 'en', timestamptz '2026-01-01', 'staff:1', timestamptz '2026-01-02'"
                + " from generate_series(1, 250) n")
        .update();
    Case it = report("with an address", "mail", "w@example.com");
    decide(it);
    await()
        .until(
            () -> {
              office.bean(Courier.class).round();
              office.bean(Handling.class).settle();
              return office.acts().stream()
                  .anyMatch(
                      act ->
                          act.type().equals("intake.feedback_delivered")
                              && it.id().equals(act.facts().get("case"))
                              && "mail".equals(act.facts().get("how")));
            });
    assertThat(neighbours.letters())
        .anySatisfy(letter -> assertThat(letter).contains("To: w@example.com"));
  }

  @Test
  void whoNeverComesBack_isForgottenToo() {
    Case it = report("words of somebody who never came back");
    decide(it);
    CLOCK.advance(Duration.ofDays(91));
    await()
        .until(
            () -> {
              office.bean(Handling.class).erase();
              return office
                  .bean(JdbcClient.class)
                  .sql("select erased_at is not null from intake.case where id = ?")
                  .param(it.id())
                  .query(Boolean.class)
                  .single();
            });
    assertThat(office.browser().get(it.page()).body())
        .contains("has been erased")
        .doesNotContain("never came back");
  }

  @Test
  void whatAScannerFindsHarmful_isNotKept_andWhatItPasses_saysWhoLooked() {
    AttachmentScanner scanner =
        new AttachmentScanner() {
          @Override
          public String name() {
            return "scanner-1";
          }

          @Override
          public Optional<String> scan(FileKind kind, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).contains("harm")
                ? Optional.of("harm")
                : Optional.empty();
          }
        };
    LineStore lines = office.bean(LineStore.class);
    CaseFile file =
        new CaseFile(
            office.bean(CaseStore.class),
            lines,
            List.of(scanner),
            office.bean(IntakeNumbers.class),
            act -> {},
            CLOCK);
    TransactionTemplate within = office.bean(TransactionTemplate.class);
    Case it = report("with files");
    assertThatThrownBy(
            () -> within.executeWithoutResult(s -> file.attach(it.id(), sent("harm.txt", "harm"))))
        .isInstanceOfSatisfying(
            ActionRefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("intake.file-harm"));
    assertThat(lines.attachments(it.id())).isEmpty();
    within.executeWithoutResult(status -> file.attach(it.id(), sent("good.txt", "good")));
    assertThat(lines.attachments(it.id()).getFirst().scanned()).isEqualTo("scanner-1");
  }

  @Test
  void anAddressThatIsPasted_isTheNumberAtItsEnd() {
    Case it = report("see there", "about", "https://assay.example.com/p/pabc123?from=chat");
    assertThat(handler.get("/cases/" + it.id()).body()).contains(">pabc123<");
  }

  /** A case with the only way back to it. */
  private record Case(String id, String code) {
    String page() {
      return "/report/" + code;
    }
  }

  private static Case report(String text, String... more) {
    String[] fields = new String[more.length + 2];
    fields[0] = "text";
    fields[1] = text;
    System.arraycopy(more, 0, fields, 2, more.length);
    HttpResponse<String> sent = Multipart.of(fields).post(office, "/api/v1/intake/report");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    return new Case(
        found("\"id\":\"(cas_[^\"]+)\"", sent.body()),
        found("\"receipt_code\":\"([^\"]+)\"", sent.body()));
  }

  private static void decide(Case it) {
    String path = "/cases/" + it.id() + "/";
    assertThat(handler.submit("/approvals", path + "claim", Map.of()).statusCode()).isEqualTo(302);
    Map<String, String> verdict = Map.of("finding", "UPHELD", "text", "It is gone.");
    assertThat(handler.submit("/approvals", path + "decide", verdict).statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> rate(Case it, String satisfaction) {
    return Multipart.of("satisfaction", satisfaction)
        .post(office, "/api/v1/intake/report/" + it.code() + "/satisfaction");
  }

  private static List<Sent> sent(String name, String text) {
    return List.of(new Sent(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Set<String> links(String page) {
    Set<String> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(office.browser().get(page).body());
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
