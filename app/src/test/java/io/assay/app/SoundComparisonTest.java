package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.decode.Sounds;
import io.assay.gateway.http.Json;
import io.assay.gateway.sample.SampleUpstream;
import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Rule;
import io.assay.review.audio.AudioFingerprint;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sounds are compared whatever their format, by the decoders that the program is packaged with. */
class SoundComparisonTest {
  private static byte[] speech(String text, String format) {
    var request = Json.object().put("input", text).put("response_format", format);
    return new SampleUpstream(InstantSource.system()).post("/audio/speech", request).body();
  }

  private static AudioFingerprint print(byte[] file) {
    return Sounds.fingerprint(file).orElseThrow();
  }

  private static AudioReview knowing(AudioFingerprint print) {
    var hash =
        Arrays.stream(print.subs()).mapToObj("%08x"::formatted).collect(Collectors.joining());
    var feature =
        Feature.of(
            "known", new PerceptualHash(Medium.AUDIO, hash, 0.35), Rule.of(Category.of("I.11")));
    return new AudioReview(
        Pool.of("1", List.of(feature)),
        SpectralFingerprint.MICROS_APART,
        AudioReview.PASSAGE,
        InstantSource.system());
  }

  @Test
  void theSameSound_isFoundInMp3AndInWav() {
    var text = "The boats come in before the light, and go out again with the tide.";
    var review = knowing(print(speech(text, "wav")));
    assertThat(review.findings(print(speech(text, "mp3")), Context.input())).hasSize(1);
    assertThat(review.findings(print(speech("7402 9916 3385 1207", "mp3")), Context.input()))
        .isEmpty();
  }

  @Test
  void aDamagedMp3_isNotCompared() {
    assertThat(Sounds.fingerprint(Arrays.copyOf(new byte[] {'I', 'D', '3', 4}, 400))).isEmpty();
  }
}
