package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.StepRecord;
import io.assay.mark.Inspector;
import io.assay.office.disposal.DisposalCase.Severity;
import io.assay.office.disposal.Disposals;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.pool.Draft;
import io.assay.office.pool.Procedure;
import io.assay.office.staff.Role;
import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the office decides of pictures takes effect at the gateway, from one end to the other. */
class MediaGovernanceIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;
  private static Premises premises;
  private static Reviewers reviewers;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    premises = new Premises(folder.resolve("data"));
    reviewers = new Reviewers(premises);
    visitor = new Visitor();
  }

  @AfterAll
  static void stop() {
    visitor.close();
    premises.close();
  }

  /** A drawn picture, another one for each seed. */
  private static byte[] picture(long seed) {
    var random = new Random(seed);
    var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(360), random.nextInt(260), 20 + random.nextInt(90), 60);
    }
    pen.dispose();
    try {
      var png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> generate(String prompt, String form) {
    var body = JSON.createObjectNode().put("model", "m").put("prompt", prompt);
    return visitor.call(
        premises.gateway() + "/v1/images/generations",
        premises.key(),
        body.put("response_format", form).toString());
  }

  private static JsonNode error(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).path("error");
  }

  /** Puts a picture into the pool: whatever looks like it waits for a person. */
  private static void holdWhatLooksLike(byte[] known) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(known));
    int width = image.getWidth();
    int height = image.getHeight();
    var luma = Luma.ofRgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    var draft =
        new Draft(
            "image",
            Pdq.of(luma).hash().toString(),
            "",
            "31",
            "I.11",
            "",
            "REVIEW",
            "",
            "",
            "",
            "a test",
            "a test",
            "");
    premises
        .office(Procedure.class)
        .enterInEmergency(draft, "a test", Premises.staff("editor", Role.POOL_EDITOR));
    premises.awaitGateway();
  }

  private static String held(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).path("code").asString()).isEqualTo("content_held");
    return error(answer).path("review_id").asString();
  }

  @Test
  void whatADisposalCaseContains_leavesItsAddress_andComesBackWithItsEnd() throws Exception {
    premises.model().draws(picture(1));
    var answer = generate("a harbour", "url");
    var exchange = answer.headers().firstValue("x-assay-content-id").orElseThrow();
    var address = JSON.readTree(answer.body()).at("/data/0/url").asString();
    assertThat(visitor.get(address).statusCode()).isEqualTo(200);
    var index = premises.office(ExchangeIndex.class);
    Premises.await(
        "indexed", () -> index.find(exchange).flatMap(it -> it.summary().outcome()).isPresent());

    var disposals = premises.office(Disposals.class);
    var opened =
        disposals.open(Severity.ORDINARY, "a test", "I.11", List.of(exchange), "staff:handler");
    assertThat(visitor.get(address).statusCode()).isEqualTo(200);
    disposals.contain(opened.id(), "staff:handler");
    Premises.await("contained", () -> visitor.get(address).statusCode() == 410);
    assertThat(error(visitor.get(address)).path("code").asString()).isEqualTo("content_contained");
    var publishing = JSON.createObjectNode().put("title", "t").put("content", exchange);
    var published =
        visitor.call(
            premises.gateway() + "/v1/publications", premises.key(), publishing.toString());
    assertThat(error(published).path("code").asString()).isEqualTo("content_contained");

    new TransactionTemplate(premises.office(PlatformTransactionManager.class))
        .executeWithoutResult(now -> disposals.restore(exchange, "an appeal", "staff:officer"));
    Premises.await("served again", () -> visitor.get(address).statusCode() == 200);
  }

  @Test
  void aReleasedPicture_reachesItsCaller_whenTheSameIsAskedAgain() throws Exception {
    var model = premises.model();
    holdWhatLooksLike(picture(2));
    model.draws(picture(2));
    reviewers.awaitTask(held(generate("a lantern", "b64_json")), "OUTPUT");
    reviewers.awaitTask(held(generate("a lantern", "b64_json")), "OUTPUT");
    reviewers.releaseAll();
    model.draws(new byte[] {1});
    Premises.await("told", () -> generate("a lantern", "b64_json").statusCode() == 200);
    long calls = model.calls("a lantern");

    var answer = generate("a lantern", "b64_json");
    var file =
        Base64.getDecoder().decode(JSON.readTree(answer.body()).at("/data/0/b64_json").asString());
    assertThat(model.calls("a lantern")).isEqualTo(calls);
    assertThat(Inspector.standard().inspect(file).label().orElseThrow().produceId())
        .isEqualTo(answer.headers().firstValue("x-assay-content-id").orElseThrow());
    held(generate("another lantern", "b64_json"));
    var index = premises.office(ExchangeIndex.class);
    var id = answer.headers().firstValue("x-assay-content-id").orElseThrow();
    Premises.await(
        "indexed", () -> index.find(id).filter(it -> !it.released().isEmpty()).isPresent());
    assertThat(index.find(id).orElseThrow().steps())
        .anySatisfy(
            step -> {
              assertThat(step.name()).isEqualTo(StepRecord.Name.UPSTREAM);
              assertThat(step.decision()).isEqualTo(StepRecord.Decision.SKIP);
            });
  }

  @Test
  void severalPictures_areHeldTogether_andGivenBackTogether() throws Exception {
    var model = premises.model();
    holdWhatLooksLike(picture(8));
    model.draws(picture(7), picture(8), picture(9));
    reviewers.awaitTask(held(generate("three lanterns", "b64_json")), "OUTPUT");
    assertThat(reviewers.releaseAll()).contains(picture(7), picture(8), picture(9));
    model.draws(new byte[] {2});
    Premises.await("told", () -> generate("three lanterns", "b64_json").statusCode() == 200);
    long calls = model.calls("three lanterns");

    var answer = generate("three lanterns", "b64_json");
    assertThat(model.calls("three lanterns")).isEqualTo(calls);
    var id = answer.headers().firstValue("x-assay-content-id").orElseThrow();
    var data = JSON.readTree(answer.body()).path("data");
    assertThat(data.size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      var file = Base64.getDecoder().decode(data.path(i).path("b64_json").asString());
      assertThat(Inspector.standard().inspect(file).label().orElseThrow().produceId())
          .isEqualTo(id + "-" + (i + 1));
    }
    var index = premises.office(ExchangeIndex.class);
    Premises.await(
        "indexed", () -> index.find(id).filter(it -> it.files().answer().size() == 3).isPresent());
  }

  @Test
  void severalPicturesOfARequest_areDecidedTogether() throws Exception {
    premises.model().says("Two harbours.");
    holdWhatLooksLike(picture(11));
    holdWhatLooksLike(picture(12));
    reviewers.awaitTask(held(show(picture(10), picture(11), picture(12))), "ATTACHMENT");
    var seen = reviewers.releaseAll();
    assertThat(seen).contains(picture(11), picture(12)).doesNotContain(picture(10));
    Premises.await(
        "released", () -> show(picture(10), picture(11), picture(12)).statusCode() == 200);
  }

  @Test
  void noMorePicturesThanCanBeKept_areAskedFor() {
    var body = JSON.createObjectNode().put("model", "m").put("prompt", "many").put("n", 17);
    var answer =
        visitor.call(
            premises.gateway() + "/v1/images/generations", premises.key(), body.toString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error(answer).path("param").asString()).isEqualTo("n");
  }

  private static HttpResponse<String> show(byte[]... files) {
    var body = JSON.createObjectNode().put("model", "m");
    var parts = body.putArray("messages").addObject().put("role", "user").putArray("content");
    parts.addObject().put("type", "text").put("text", "What is this?");
    for (var file : files) {
      var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
      parts.addObject().put("type", "image_url").putObject("image_url").put("url", url);
    }
    return visitor.call(
        premises.gateway() + "/v1/chat/completions", premises.key(), body.toString());
  }

  @Test
  void aPictureInAChat_isSeenByAPerson_andGoesInOnceReleased() throws Exception {
    var model = premises.model();
    model.says("A harbour.");
    assertThat(show(picture(4)).statusCode()).isEqualTo(200);
    assertThat(model.asked().at("/messages/0/content/1/image_url/url").asString())
        .startsWith("data:image/png;base64,");
    holdWhatLooksLike(picture(5));
    reviewers.awaitTask(held(show(picture(5))), "ATTACHMENT");
    assertThat(reviewers.releaseAll()).anySatisfy(seen -> assertThat(seen).isEqualTo(picture(5)));
    Premises.await("released", () -> show(picture(5)).statusCode() == 200);
    assertThat(show(picture(6)).statusCode()).isEqualTo(200);
  }
}
