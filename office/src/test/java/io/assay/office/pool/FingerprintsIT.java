package io.assay.office.pool;

import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.task.Sound;
import io.assay.review.image.Pdq;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office takes the fingerprint of what an editor uploads, and keeps nothing of it. */
class FingerprintsIT {
  private static TestOffice office;
  private static Browser editor;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    editor = office.browserOf("print-editor", POOL_EDITOR);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void aSoundGivesWhatTheGatewayWouldCompare_andItsLength() {
    byte[] sound = Sound.wav(Sound.noise(3, 5));
    HttpResponse<String> taken = take(sound, editor);
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body())
        .contains(
            "\"kind\":\"audio\"",
            "\"limit\":\"0.35\"",
            Sounds.fingerprint(sound).orElseThrow().toString())
        .containsPattern("\"seconds\":4\\.[5-9]");
  }

  @Test
  void aPictureGivesItsHash() throws IOException {
    byte[] picture = picture(true);
    String hash = Pdq.of(Pictures.luma(picture).orElseThrow()).hash().toString();
    assertThat(take(picture, editor).body())
        .contains("\"kind\":\"image\"", hash, "\"limit\":\"31\"");
  }

  @Test
  void whatCannotBeKnownAgainIsRefused_byName() throws IOException {
    assertRefused(new byte[0], "pool.sample.empty");
    assertRefused(new byte[] {1, 2, 3}, "pool.sample.unreadable");
    assertRefused(picture(false), "pool.sample.plain");
    assertRefused(Sound.wav(Sound.noise(4, 2)), "pool.sample.short");
    assertRefused(Sound.wav(Sound.noise(4, 31)), "pool.sample.sound");
    assertRefused(new byte[Fingerprints.LARGEST + 1], "pool.sample.large");
  }

  @Test
  void onlyAnEditorTakesOne() {
    Browser approver = office.browserOf("print-approver", POOL_APPROVER);
    assertThat(take(new byte[] {1}, approver).statusCode()).isEqualTo(403);
  }

  private static void assertRefused(byte[] file, String code) {
    HttpResponse<String> answer = take(file, editor);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains(code);
  }

  private static HttpResponse<String> take(byte[] file, Browser browser) {
    String path = "/api/v1/pool/fingerprints";
    return browser.call(
        "POST",
        path,
        HttpRequest.newBuilder(URI.create(office.address() + path))
            .header("Authorization", "Bearer " + browser.token())
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(file)));
  }

  private static byte[] picture(boolean detailed) throws IOException {
    Random random = new Random(1);
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int i = 0; detailed && i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(260), random.nextInt(160), 20 + random.nextInt(90), 60);
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
