package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.pool.StarterPool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stock npm SDK makes every call of the main job; foreign readers look at what it got. */
class NodeSdkIT {
  private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
  private static JsonNode seen;

  @BeforeAll
  static void makeEveryCall() throws IOException {
    var assay = AssayProcess.shared();
    Files.createDirectories(FOLDER);
    for (var file : List.of("package.json", "package-lock.json", "calls.mjs")) {
      Files.write(FOLDER.resolve(file), Files.readAllBytes(Path.of("src/test/node", file)));
    }
    var tool = new Tool(FOLDER);
    tool.run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    var printed =
        tool.run(
            "node",
            "calls.mjs",
            assay.gateway() + "/v1",
            assay.fact("trial_key"),
            assay.fact("unverified_key"),
            StarterPool.ENGLISH_MARKER);
    seen = JsonMapper.builder().build().readTree(printed);
    for (var file : List.of("png", "jpeg", "wav", "mp3")) {
      Files.write(FOLDER.resolve("delivered." + file), bytes(file));
    }
  }

  private static byte[] bytes(String field) {
    return Base64.getDecoder().decode(seen.path(field).asString());
  }

  private static String aigc(JsonNode fields) {
    return fields.path("Label").asString("") + " " + fields.path("ContentProducer").asString("");
  }

  @Test
  void aWholeAnswerCarriesTheStatementAndTheFields() {
    assertThat(seen.at("/whole/text").asString()).startsWith("内容由AI生成").contains("brew tea");
    assertThat(aigc(seen.at("/whole/aigc"))).startsWith("1 ");
  }

  @Test
  void aStreamedAnswerCarriesTheSame() {
    assertThat(seen.at("/streamed/text").asString()).isEqualTo(seen.at("/whole/text").asString());
    assertThat(seen.at("/streamed/finish").asString()).isEqualTo("stop");
    assertThat(seen.at("/streamed/usage/total_tokens").asInt()).isPositive();
    assertThat(aigc(seen.at("/streamed/aigc"))).startsWith("1 ");
  }

  @Test
  void aPictureAndASound_goIntoAChat() {
    assertThat(seen.at("/looked/text").asString()).startsWith("内容由AI生成").contains("picture");
    assertThat(seen.path("listened").asString()).contains("said");
    for (var field : List.of("byAddress", "notAPicture")) {
      assertThat(seen.path(field).path("name").asString()).as(field).isEqualTo("BadRequestError");
      assertThat(seen.path(field).path("param").asString()).isEqualTo("messages[0].content[1]");
    }
    assertThat(seen.at("/byAddress/code").asString()).isEqualTo("unsupported_content");
    assertThat(seen.at("/notAPicture/code").asString()).isEqualTo("unsupported_file");
  }

  @Test
  void exiftoolReadsTheImplicitLabel_inPngAndJpeg() {
    for (var file : List.of("delivered.png", "delivered.jpeg")) {
      var printed = new Tool(FOLDER).run("exiftool", "-s", "-s", "-s", "-XMP:all", file);
      assertThat(printed).contains("\"Label\":\"1\"").contains("\"ProduceID\":");
    }
    assertThat(seen.path("jpegType").asString()).isEqualTo("image/jpeg");
  }

  @Test
  void picturesKeepTheirSize() throws IOException {
    var png = ImageIO.read(new ByteArrayInputStream(bytes("png")));
    assertThat(List.of(png.getWidth(), png.getHeight())).isEqualTo(List.of(512, 512));
    var jpeg = ImageIO.read(new ByteArrayInputStream(bytes("jpeg")));
    assertThat(List.of(jpeg.getWidth(), jpeg.getHeight())).isEqualTo(List.of(640, 400));
  }

  @Test
  void ffprobePlaysTheSound_andReadsTheImplicitLabelOfMp3() {
    var tool = new Tool(FOLDER);
    for (var file : List.of("delivered.wav", "delivered.mp3")) {
      var seconds =
          tool.run(
              "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file);
      assertThat(Double.parseDouble(seconds.strip())).as(file).isGreaterThan(12 / 6.0 + 0.5);
    }
    assertThat(tool.run("ffprobe", "-v", "error", "-show_entries", "format_tags", "delivered.mp3"))
        .contains("\"Label\":\"1\"");
  }

  @Test
  void theSampleModelsAreListed() {
    assertThat(seen.path("models").toString())
        .isEqualTo("[\"sample-chat\",\"sample-image\",\"sample-speech\"]");
  }

  @Test
  void blockedInputIsABadRequest_streamedOrNot() {
    for (var field : List.of("blocked", "blockedStream")) {
      assertThat(seen.path(field).toString())
          .isEqualTo(
              "{\"name\":\"BadRequestError\",\"status\":400,\"code\":\"content_policy_violation\","
                  + "\"param\":\"messages[0].content\",\"type\":\"invalid_request_error\"}");
    }
  }

  @Test
  void anUnverifiedSubjectIsDenied_andTold() {
    assertThat(seen.at("/unverified/name").asString()).isEqualTo("PermissionDeniedError");
    assertThat(seen.at("/unverified/code").asString()).isEqualTo("identity_required");
  }

  @Test
  void whatIsUnknownIsRefusedPlainly() {
    assertThat(seen.at("/unknownKey/name").asString()).isEqualTo("AuthenticationError");
    assertThat(seen.at("/unknownModel/code").asString()).isEqualTo("model_not_found");
    assertThat(seen.at("/unsupported/code").asString()).isEqualTo("unknown_url");
  }
}
