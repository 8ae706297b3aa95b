package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.Receipt;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.aigc.AigcLabel;
import io.assay.office.OfficeConfig;
import io.assay.office.TestOffice;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.Projection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** Uses the real office through a real browser, from the first sign-in on. */
class OfficeIT {
  private static final Look LOOK = new Look("en", "light", 1280);
  private static final String OWN = "a password of my own";

  @TempDir private static Path files;
  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void signIn() {
    Clock clock = Clock.fixed(Samples.NOW.toInstant(), ZoneOffset.UTC);
    office = TestOffice.start(OfficeConfig.defaults(), clock);
    Samples.rows().forEach(row -> record(Samples.way(row.id()).detail()));
    office.ledger().publish();
    office.bean(Projection.class).catchUp();

    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
    gallery = new Gallery(browser);
    browser.open("/overview", LOOK);
    assertThat(browser.place()).isEqualTo("/sign-in");
    browser.type("username", office.firstRun().adminUser());
    browser.type("password", office.firstRun().adminPassword());
    browser.press("main button");
    assertThat(browser.place()).isEqualTo("/account/password");
    browser.type("current", office.firstRun().adminPassword());
    browser.type("next", OWN);
    browser.type("repeated", OWN);
    browser.press("main button");
    assertThat(browser.place()).isEqualTo("/overview");
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @Test
  void showsWhatTheLedgerSays() {
    browser.open("/overview", LOOK);
    assertThat(browser.text("#figures")).contains("of 5 delivered", "of 11 exchanges");
    assertThat(browser.text("#figures [role=alert]")).contains("1 delivered without a label");
    browser.press("#figures [role=alert] a");
    assertThat(browser.place()).isEqualTo("/exchanges?gap=true");
    assertThat(browser.count("#rows tbody tr")).isEqualTo(1);
    browser.press("#rows tbody a");
    assertThat(browser.text("main [role=alert]")).contains("no label was found");

    gallery.view("real-overview", "/overview");
    gallery.view("real-exchanges", "/exchanges");
    gallery.view("real-filtered", "/exchanges?outcome=REFUSED&subject=user-4231");
    gallery.view("real-exchange", "/exchanges/ex_01kajq8991m8w2");
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void keepsTheLivePartsFresh() {
    browser.open("/overview", LOOK);
    assertThat(browser.run("window.seen = document.querySelector('#latest'); return true"))
        .isEqualTo(true);
    browser.waitUntil("return window.seen !== document.querySelector('#latest')");
    assertThat(browser.count("#latest tbody tr")).isEqualTo(8);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void saysSo_whenTheConnectionIsLost() {
    browser.open("/overview", LOOK);
    assertThat(browser.sees(".lost")).isFalse();
    browser.connected(false);
    browser.waitUntil("return document.body.classList.contains('is-lost')");
    assertThat(browser.sees(".lost")).isTrue();
    browser.connected(true);
    browser.waitUntil("return !document.body.classList.contains('is-lost')");
    assertThat(browser.complaints()).isNotEmpty();
  }

  @Test
  void leadsToTheDoor_whenTheSessionIsOver() {
    browser.open("/overview", LOOK);
    String session = browser.forget("assay_office");
    browser.waitUntil("return location.pathname === '/sign-in'");
    assertThat(browser.text("main h1")).isEqualTo("Sign in");
    browser.remember("assay_office", session);
  }

  @Test
  void checksAFile_withoutScripts() throws IOException {
    browser.scripts(false);
    try {
      browser.open("/verify", LOOK);
      browser.choose("file", Files.write(files.resolve("still.png"), picture(0x99aabb)));
      browser.press("form.drop button");
      assertThat(browser.text(".verdict h2")).isEqualTo("No label found");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void handsOutAReceiptThatVerifies() {
    ExchangeDetail.LedgerEntry entry =
        office
            .bean(ExchangeIndex.class)
            .find("ex_01kajq8998m8w2")
            .orElseThrow()
            .entries()
            .getLast();
    browser.open("/exchanges/ex_01kajq8998m8w2", LOOK);
    Object bytes =
        browser.runAsync(
            """
            const done = arguments[arguments.length - 1];
            fetch("/exchanges/ex_01kajq8998m8w2/receipts/%d")
              .then((reply) => reply.text()).then(done);
            """
                .formatted(entry.index()));
    Receipt receipt = Receipt.parse(bytes.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(receipt.verify(office.ledger().keys()).toString()).isEqualTo(entry.json());
  }

  @Test
  void leadsFromATenantToASubjectsKey() {
    browser.open("/tenants", LOOK);
    browser.type("name", "Studio");
    browser.press("main button");
    browser.type("reference", "author-7");
    browser.press("main button");
    String subject = browser.place();
    browser.open(subject + "/keys", LOOK);
    browser.type("name", "laptop");
    browser.press("main button");
    assertThat(browser.text("#secret")).isNotBlank();

    browser.open(subject, LOOK);
    String verify = browser.text("dd a.mono").replaceFirst("^https?://[^/]+", "");
    gallery.view("tenants", "/tenants");
    gallery.view("subject", subject);
    gallery.view("keys", subject + "/keys");
    gallery.view("identities", subject + "/identity");
    gallery.view("verify-identity", verify);
    gallery.view("password", "/account/password");
    gallery.view("not-found", "/no-such-page");
    assertThat(gallery.faults()).isEmpty();
  }

  @Test
  void saysWhatTheLabelsOfAFileProve() throws IOException {
    byte[] plain = picture(0x112233);
    byte[] labelled = labelled(plain, AigcLabel.produced("example-producer", "n-1")).bytes();
    assertThat(verdict("plain.png", plain)).isEqualTo("No label found");
    assertThat(verdict("labelled.png", labelled)).isEqualTo("Labelled, origin not confirmed");
    assertThat(browser.text(".found")).contains("example-producer", "n-1");
    browser.shoot(Path.of("target", "screenshots", "real-verify.png"));
    send("odd.bin", new byte[] {0, 1, 2, 3});
    assertThat(browser.text(".notice")).isEqualTo("We cannot read labels in files of this format.");
  }

  @Test
  void knowsWhatThisServiceIssued() throws IOException {
    byte[] plain = picture(0x445566);
    AigcLabel label = AigcLabel.produced(LabelConfig.UNSET_PRODUCER, "issued-1");
    Marked issued = labelled(plain, label);
    issue(new ContentRecord("issued-1", label.json(), issued.payloadSha256()));
    byte[] other = labelled(picture(0x778899), label).bytes();
    AigcLabel unknown = AigcLabel.produced(LabelConfig.UNSET_PRODUCER, "never-issued");

    assertThat(verdict("issued.png", issued.bytes())).isEqualTo("Labels intact");
    assertThat(verdict("stripped.png", plain)).isEqualTo("Label removed");
    assertThat(verdict("altered.png", other)).isEqualTo("Labelled, then changed");
    assertThat(verdict("unknown.png", labelled(picture(0x778899), unknown).bytes()))
        .isEqualTo("Labelled, origin not confirmed");
  }

  private static Marked labelled(byte[] picture, AigcLabel label) {
    return Marker.standard().mark(Media.of(picture), LabelRequest.of(label).implicitOnly());
  }

  private static String verdict(String name, byte[] bytes) throws IOException {
    send(name, bytes);
    return browser.text(".verdict h2");
  }

  private static void send(String name, byte[] bytes) throws IOException {
    browser.open("/verify", LOOK);
    Path file = Files.write(files.resolve(name), bytes);
    browser.choose("file", file);
    browser.waitUntil("return document.querySelector('.verdict, main > .notice') !== null");
  }

  /** A picture of one colour. */
  private static byte[] picture(int colour) throws IOException {
    BufferedImage picture = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, colour);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  /** Lets the ledger say that this content was delivered. */
  private static void issue(ContentRecord content) {
    ExchangeDetail delivered = Samples.way("ex_01kajq8995m8w2").detail();
    close(delivered, Outcome.DELIVERED, List.of(content));
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  private static void record(ExchangeDetail detail) {
    Instant received = detail.summary().receivedAt();
    ExchangeReceived first =
        new ExchangeReceived(
            detail.summary().id(),
            detail.summary().origin(),
            detail.stream(),
            detail.input(),
            List.of());
    append(ExchangeReceived.TYPE, received, first.body());
    detail.summary().outcome().ifPresent(outcome -> close(detail, outcome, List.of()));
  }

  private static void close(ExchangeDetail detail, Outcome outcome, List<ContentRecord> contents) {
    ExchangeClosed closed =
        new ExchangeClosed(
            detail.summary().id(),
            detail.summary().origin(),
            detail.stream(),
            outcome,
            detail.code(),
            detail.exit(),
            detail.pool(),
            detail.produceId(),
            detail.steps(),
            detail.labels(),
            contents,
            OutputRecord.whole(detail.output()),
            detail.reviewed(),
            List.of(),
            "",
            "");
    append(ExchangeClosed.TYPE, detail.summary().closedAt().orElseThrow(), closed.body());
  }

  private static void append(String type, Instant at, Map<String, Object> body) {
    office.ledger().append(Entry.of(type, at, body)).await(Acknowledgement.DURABLE);
  }
}
