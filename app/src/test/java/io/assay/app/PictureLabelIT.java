package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.images.ImageGenerateParams;
import io.assay.gateway.http.Json;
import io.assay.gateway.sample.SampleUpstream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Measures the visible label of delivered pictures in their pixels (GB 45438-2025 5.2). */
class PictureLabelIT {
  private static BufferedImage decoded(String base64) {
    try {
      return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage generated(String prompt, String size) {
    var request =
        (ObjectNode) Json.read("{\"prompt\":\"" + prompt + "\",\"size\":\"" + size + "\"}");
    var answer = new SampleUpstream(InstantSource.system()).post("/images/generations", request);
    return decoded(Json.read(answer.body()).at("/data/0/b64_json").asString());
  }

  private static BufferedImage delivered(String prompt, String size) {
    var assay = AssayProcess.shared();
    var client =
        OpenAIOkHttpClient.builder()
            .baseUrl(assay.gateway() + "/v1")
            .apiKey(assay.fact("trial_key"))
            .build();
    var params =
        ImageGenerateParams.builder()
            .model("sample-image")
            .prompt(prompt)
            .size(ImageGenerateParams.Size.of(size))
            .build();
    var picture = client.images().generate(params).data().orElseThrow().getFirst();
    client.close();
    return decoded(picture.b64Json().orElseThrow());
  }

  private static int luma(int rgb) {
    return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
  }

  /** Rows of the label in which letters stand: pixels far brighter than the plate around them. */
  private static long inkRows(BufferedImage before, BufferedImage after) {
    return IntStream.range(0, after.getHeight())
        .filter(
            y ->
                IntStream.range(0, after.getWidth())
                    .anyMatch(
                        x ->
                            before.getRGB(x, y) != after.getRGB(x, y)
                                && luma(after.getRGB(x, y)) > 200))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1024x1024", "640x400", "300x900"})
  void itsInkIsAtLeastATwentiethOfTheShortestSide(String size) {
    var before = generated("trees", size);
    var after = delivered("trees", size);
    int shortest = Math.min(after.getWidth(), after.getHeight());
    assertThat(inkRows(before, after)).isGreaterThanOrEqualTo((shortest + 19) / 20);
  }
}
