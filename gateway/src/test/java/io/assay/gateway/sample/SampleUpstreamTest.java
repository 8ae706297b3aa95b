package io.assay.gateway.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SampleUpstreamTest {
  private final SampleUpstream upstream = new SampleUpstream(InstantSource.system());

  private static ObjectNode body(String json) {
    return (ObjectNode) Json.read(json);
  }

  @Test
  void answersInTheLanguageOfThePrompt() {
    var chinese =
        upstream.post(
            "/chat/completions",
            body(
                "{\"model\":\"sample-chat\",\"messages\":[{\"role\":\"user\",\"content\":\"怎样泡茶\"}]}"));
    assertThat(
            Json.read(chinese.body())
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asString())
        .contains("怎样泡茶", "示例上游");
  }

  @Test
  void drawsThePictureThatWasAskedFor() throws IOException {
    var answer =
        upstream.post(
            "/images/generations",
            body("{\"prompt\":\"a lake\",\"size\":\"320x200\",\"output_format\":\"jpeg\"}"));
    var encoded = Json.read(answer.body()).path("data").path(0).path("b64_json").asString();
    var picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(encoded)));
    assertThat(picture.getWidth()).isEqualTo(320);
    assertThat(picture.getHeight()).isEqualTo(200);
  }

  @Test
  void speaksWavAndMp3() throws IOException, UnsupportedAudioFileException {
    var wav =
        upstream.post("/audio/speech", body("{\"input\":\"hello\",\"response_format\":\"wav\"}"));
    var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav.body()));
    assertThat(sound.getFrameLength()).isEqualTo(5 * 4000);
    var mp3 = upstream.post("/audio/speech", body("{\"input\":\"hello\"}"));
    assertThat(mp3.body()[0] & 0xff).isEqualTo(0xff);
    assertThat(mp3.body()[1] & 0xe0).isEqualTo(0xe0);
  }
}
