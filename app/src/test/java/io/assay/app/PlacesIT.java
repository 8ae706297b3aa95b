package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.RegionRecord;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.pool.Draft;
import io.assay.office.pool.PoolFeature;
import io.assay.office.pool.Procedure;
import io.assay.office.pool.ReplayResult;
import io.assay.office.pool.Replays;
import io.assay.office.staff.Role;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A place that a classifier names in a picture comes to the people who decide on it. */
class PlacesIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicReference<String> SAYS = new AtomicReference<>("{}");

  @TempDir static Path folder;
  private static HttpServer fakeClassifier;
  private static Premises premises;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws Exception {
    fakeClassifier = fakeOutsideService();
    premises =
        new Premises(
            folder.resolve("data"),
            "{pictureClassifiers: [{name: eyes, kind: json, url: 'http://localhost:"
                + fakeClassifier.getAddress().getPort()
                + "/look', body: '{\"picture\": {{text}}}', timeout: PT20S,"
                + " labels: {place: /found}, boxes: [{place: /found, label: /label,"
                + " left: /box/0, top: /box/1, width: /box/2, height: /box/3,"
                + " unit: pixels}]}]}");
    visitor = new Visitor();
    premises
        .office(Procedure.class)
        .enterInEmergency(threshold("knife"), "a test", Premises.staff("editor", Role.POOL_EDITOR));
    premises.awaitGateway();
  }

  @AfterAll
  static void stop() {
    visitor.close();
    premises.close();
    fakeClassifier.stop(0);
  }

  private static Draft threshold(String label) {
    return new Draft(
        "classifier",
        "eyes\n" + label,
        "",
        "0.5",
        "I.11",
        "",
        "REVIEW",
        "OUTPUT",
        "",
        "",
        "a test",
        "a test",
        "");
  }

  /** A fake of what lies outside: a classifier that answers as a test tells it to. */
  private static HttpServer fakeOutsideService() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/look",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var answer = SAYS.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    return server;
  }

  @Test
  void boxesInPixels_areRecordedAsSharesOfThePicture() throws Exception {
    SAYS.set(
        "{\"found\":[{\"label\":\"knife\",\"score\":0.93,\"box\":[100,150,200,75]},"
            + "{\"label\":\"knife\",\"score\":0.6,\"box\":[0,0,40,30]}]}");
    assertThat(heldFindings("a kitchen"))
        .extracting(FindingRecord::region)
        .containsExactly(
            new RegionRecord(2_500, 5_000, 5_000, 2_500), new RegionRecord(0, 0, 1_000, 1_000));
  }

  @Test
  void aThresholdIsReplayedOnNothing_andSaysSo() {
    var editor = Premises.staff("editor", Role.POOL_EDITOR);
    var proposed =
        premises
            .office(Procedure.class)
            .propose(threshold("flag"), PoolFeature.Origin.STAFF, "", editor);
    var result = premises.office(Replays.class).run(proposed.id(), editor).result();
    assertThat(result.corpus()).isEqualTo(ReplayResult.Corpus.NONE);
    assertThat(result.samples()).isZero();
  }

  @Test
  void anAnswerWithoutABox_isOfTheWholePicture() throws Exception {
    SAYS.set("{\"found\":[{\"label\":\"knife\",\"score\":0.93}]}");
    assertThat(heldFindings("another kitchen"))
        .extracting(FindingRecord::region)
        .containsExactly(RegionRecord.NONE);
  }

  @Test
  void anAnswerWithABrokenBox_holdsThePicture() throws Exception {
    SAYS.set("{\"found\":[{\"label\":\"knife\",\"score\":0.1,\"box\":[\"0\",0,40,30]}]}");
    assertThat(heldFindings("a third kitchen"))
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("UNREADABLE"));
  }

  private static List<FindingRecord> heldFindings(String prompt) throws Exception {
    premises.model().draws(picture(prompt.hashCode()));
    var body = JSON.createObjectNode().put("model", "m").put("prompt", prompt);
    var answer =
        visitor.call(
            premises.gateway() + "/v1/images/generations",
            premises.key(),
            body.put("response_format", "b64_json").toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    var error = JSON.readTree(answer.body()).path("error");
    assertThat(error.path("code").asString()).isEqualTo("content_held");
    var id = error.path("review_id").asString();
    var index = premises.office(ExchangeIndex.class);
    Premises.await(
        "indexed", () -> index.find(id).flatMap(it -> it.summary().outcome()).isPresent());
    return index.find(id).orElseThrow().steps().stream()
        .flatMap(step -> step.findings().stream())
        .toList();
  }

  private static byte[] picture(long seed) throws IOException {
    var random = new Random(seed);
    var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(360), random.nextInt(260), 20 + random.nextInt(90), 60);
    }
    pen.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
