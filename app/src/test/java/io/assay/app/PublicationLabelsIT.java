package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Inspector;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.publication.Publications;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Labels stay on what is published, whichever exit it takes and whatever is decided about it. */
class PublicationLabelsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STATEMENT = "内容由AI生成";
  private static final String OFFICER = "staff:officer";

  @TempDir static Path folder;
  private static Premises premises;
  private static Visitor visitor;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    premises = new Premises(folder.resolve("data"));
    visitor = new Visitor();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    visitor.close();
    premises.close();
  }

  @Test
  void aPicture_keepsItsLabels_onThePage_inTheDownload_andAfterEveryDecision() throws Exception {
    premises.model().draws(picture());
    var answer = post("/v1/images/generations", "{\"model\":\"m\",\"prompt\":\"a lake\"}");
    var number = answer.headers().firstValue("x-assay-content-id").orElseThrow();
    assertThat(answer.headers().firstValue("x-assay-reminder").orElse("")).contains("export");
    var delivered =
        Base64.getDecoder().decode(JSON.readTree(answer.body()).at("/data/0/b64_json").asString());
    var index = premises.office(ExchangeIndex.class);
    Premises.await(
        "indexed", () -> index.find(number).flatMap(it -> it.summary().outcome()).isPresent());
    var published =
        post("/v1/publications", "{\"title\":\"A lake\",\"content\":\"" + number + "\"}");
    assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    var id = JSON.readTree(published.body()).path("id").asString();
    var page = premises.officeUrl() + "/p/" + id;

    labelled(page, delivered, number);
    var publications = premises.office(Publications.class);
    publications.contain(id, "looked into", OFFICER);
    gone(page);
    publications.correct(id, "The lake is a pond.", OFFICER);
    labelled(page, delivered, number);
    assertThat(text(page)).contains("The lake is a pond.");
    publications.recall(id, "taken back", OFFICER);
    gone(page);
    assertThat(text(page)).contains("The lake is a pond.");
    publications.restore(id, "an appeal", OFFICER);
    labelled(page, delivered, number);
  }

  @Test
  void words_keepTheirStatement_onThePage_andInTheDownload() throws Exception {
    var published =
        post("/v1/publications", "{\"title\":\"A tale\",\"text\":\"Once there was a lantern.\"}");
    assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
    var id = JSON.readTree(published.body()).path("id").asString();
    var page = premises.officeUrl() + "/p/" + id;
    assertThat(text(page)).contains(STATEMENT, "Once there was a lantern.", "itemprop=\"AIGC\"");
    var file = bytes(page + "/file?download=true").body();
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains(STATEMENT, "Once there was a lantern.");
    assertThat(Inspector.standard().inspect(file).label()).isPresent();
    premises.office(Publications.class).correct(id, "There were two lanterns.", OFFICER);
    assertThat(text(page)).contains(STATEMENT, "There were two lanterns.");
    assertThat(Inspector.standard().inspect(bytes(page + "/file").body()).label()).isPresent();
  }

  /** On the page the words say so, and the file is the one that was labelled, byte for byte. */
  private static void labelled(String page, byte[] delivered, String number) throws Exception {
    assertThat(text(page)).contains(STATEMENT, "itemprop=\"AIGC\"", number);
    for (var exit : new String[] {"/file", "/file?download=true"}) {
      var file = bytes(page + exit);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.body()).isEqualTo(delivered);
      assertThat(Inspector.standard().inspect(file.body()).label().orElseThrow().produceId())
          .isEqualTo(number);
    }
  }

  private static void gone(String page) throws Exception {
    assertThat(bytes(page).statusCode()).isEqualTo(410);
    assertThat(bytes(page + "/file").statusCode()).isEqualTo(410);
    assertThat(bytes(page + "/file?download=true").statusCode()).isEqualTo(410);
    assertThat(text(page)).doesNotContain("<img src=\"/p/");
  }

  private static HttpResponse<String> post(String path, String json) {
    return visitor.call(premises.gateway() + path, premises.key(), json);
  }

  private static String text(String address) throws IOException, InterruptedException {
    return new String(bytes(address).body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> bytes(String address)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
  }

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.CYAN);
    pen.fillOval(20, 20, 300, 200);
    pen.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
