package io.assay.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.publication.Works;
import io.assay.office.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with a phone complains, errs, looks their case up, answers, and is answered. */
class DoorsIT {
  private static final TestClock CLOCK = new TestClock("2026-09-18T07:00:00Z");
  private static final String RECEIPT = ".receipt-code";
  private static final String SEND = "form[data-effort] button";

  @TempDir private static Path folder;
  private static TestOffice office;
  private static TestOffice.Browser handler;
  private static Browser browser;
  private static String published;

  private Gallery gallery;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
    handler = office.browserOf("handler", Role.CASE_HANDLER);
    published = Works.in(office).publish("A harbour", "The boats come in at dawn.").id();
    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @BeforeEach
  void hang() {
    gallery = new Gallery(browser);
  }

  static Stream<Look> phones() {
    return Stream.of(new Look("zh", "light", 390), new Look("en", "dark", 390));
  }

  @ParameterizedTest
  @MethodSource("phones")
  void aComplaintOnAPhone_fromTheFirstTapToThanks(Look phone) throws IOException {
    browser.forgetAll();
    browser.open("/", phone);
    see("doors-home", phone);
    browser.press("a[href='/complaint']");
    see("doors-complaint", phone);

    browser.run("document.querySelector('#topic').value = 'my-privacy'; return true");
    browser.type("text", "A picture shows my face.");
    browser.choose("file", Files.write(folder.resolve("long.mp4"), new byte[10_000_001]));
    assertThat(browser.run("return document.querySelector('#file').validity.valid"))
        .isEqualTo(false);
    browser.run("document.querySelector('#file').value = ''; return true");
    browser.choose("file", Files.write(folder.resolve("a.exe"), new byte[] {'M', 'Z', 0, 1}));
    send();
    see("doors-refused-file", phone);
    assertThat(browser.count(".tone-block[role=alert]")).isEqualTo(1);
    assertThat(browser.run("return document.querySelector('#text').value").toString())
        .isEqualTo("A picture shows my face.");
    assertThat(browser.run("return document.querySelector('#topic').value").toString())
        .isEqualTo("my-privacy");

    browser.choose("file", Files.write(folder.resolve("face.txt"), "a face".getBytes(UTF_8)));
    send();
    String code = browser.text(RECEIPT);
    see("doors-received", phone);

    browser.open("/complaint", phone);
    browser.type("code", "zzzz-zzzz-zzzz-zzzz");
    browser.press("form[action*='/find'] button");
    see("doors-code-unknown", phone);
    assertThat(browser.count("#find ~ *, section[aria-labelledby=find] .tone-block")).isPositive();
    browser.run("document.querySelector('#code').value = ''; return true");
    browser.type("code", code.toUpperCase(Locale.ROOT).replace("-", " "));
    browser.press("form[action*='/find'] button");
    assertThat(browser.place()).isEqualTo("/complaint/" + code);
    see("doors-own-received", phone);

    String id = newest();
    step(id, "claim", Map.of());
    step(id, "message", Map.of("text", "Which picture is it?"));
    browser.open("/complaint/" + code, phone);
    browser.type("text", "The one with the red hat.");
    browser.press("form[action$='/answer'] button");
    assertThat(browser.text("main")).contains("Which picture is it?", "red hat", "face.txt");
    see("doors-own-talk", phone);

    step(id, "decide", Map.of("finding", "UPHELD", "text", "It is taken down."));
    browser.open("/complaint/" + code, phone);
    see("doors-own-answered", phone);
    browser.press("button[name=satisfaction][value=SATISFIED]");
    assertThat(browser.count("button[name=satisfaction]")).isZero();
    see("doors-own-rated", phone);
    browser.open("/transparency", phone);
    see("doors-transparency", phone);
    browser.open("/process", phone);
    see("doors-process", phone);
    assertThat(gallery.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("phones")
  void whatIsPublic_leadsToTheDoor_andRemindsWhoDownloads(Look phone) {
    browser.forgetAll();
    browser.open("/p/" + published, phone);
    see("doors-publication", phone);
    assertThat(browser.text("main")).contains(Works.STATEMENT);
    assertThat(browser.count("#export")).isEqualTo(1);
    browser.press("a[href^='/report']");
    assertThat(browser.run("return document.querySelector('#about').value").toString())
        .isEqualTo(published);
    assertThat(gallery.faults()).isEmpty();
  }

  private static void send() {
    browser.waitUntil("return document.querySelector('form[data-effort]').dataset.ready === ''");
    browser.press(SEND);
  }

  private void see(String name, Look look) {
    gallery.examine(name + "-" + look, look.width());
  }

  private static void step(String id, String step, Map<String, String> fields) {
    assertThat(handler.submit("/approvals", "/cases/" + id + "/" + step, fields).statusCode())
        .isEqualTo(302);
  }

  private static String newest() {
    return office
        .bean(JdbcClient.class)
        .sql("select id from intake.case where state = 'RECEIVED'")
        .query(String.class)
        .single();
  }
}
