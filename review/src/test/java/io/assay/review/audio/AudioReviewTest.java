package io.assay.review.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Pool;
import io.assay.review.Rule;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioReviewTest {

  private static final int RATE = SpectralFingerprint.RATE;
  private static final float[] KNOWN = music(1, 8);
  private static final AudioReview REVIEW = review(SpectralFingerprint.of(KNOWN));

  @Test
  void findsAKnownSound_louderAndWithNoise() {
    float[] played = KNOWN.clone();
    Random random = new Random(3);
    for (int i = 0; i < played.length; i++) {
      played[i] = 0.4f * played[i] + 0.02f * (float) random.nextGaussian();
    }
    assertThat(findings(played)).hasSize(1);
  }

  @Test
  void findsAPassageOfItWithinAnotherSound_andSaysWhere() {
    float[] show = music(2, 20);
    System.arraycopy(KNOWN, RATE * 2, show, RATE * 10, RATE * 5);
    assertThat(findings(show))
        .singleElement()
        .satisfies(
            finding -> {
              Location.Stretch stretch = (Location.Stretch) finding.where();
              assertThat(stretch.startMillis()).isBetween(9_500L, 12_500L);
              assertThat(stretch.endMillis() - stretch.startMillis()).isBetween(2_900L, 3_100L);
            });
  }

  @Test
  void findsAPassageThatBeginsBeforeTheSoundDoes() {
    assertThat(findings(Arrays.copyOfRange(KNOWN, RATE * 3 + 17, RATE * 8))).hasSize(1);
  }

  @Test
  void findsNothingInAnotherSound_norInSilence_norInTooShortAPassage() {
    assertThat(findings(music(4, 20))).isEmpty();
    assertThat(findings(new float[RATE * 5])).isEmpty();
    float[] show = music(5, 20);
    System.arraycopy(KNOWN, 0, show, RATE * 10, RATE);
    assertThat(findings(show)).isEmpty();
  }

  @Test
  void rejectsSoundsThatCannotBeCompared() {
    AudioFingerprint other = new AudioFingerprint(new int[] {1, 2}, 123_000);
    assertThatThrownBy(() -> REVIEW.findings(other, Context.output()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SpectralFingerprint.of(new float[2048]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AudioFingerprint.parse("0123", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsItsOwnText() {
    AudioFingerprint print = SpectralFingerprint.of(KNOWN);
    assertThat(AudioFingerprint.parse(print.toString(), print.microsApart())).isEqualTo(print);
  }

  @Test
  void bitErrorsUpToTheToleranceAreForgiven() {
    Random random = new Random(7);
    int[] known = random.ints(300).toArray();
    AudioReview review = review(new AudioFingerprint(known, SpectralFingerprint.MICROS_APART));
    for (double share : new double[] {0.1, 0.25, 0.45}) {
      int[] heard = known.clone();
      for (int i = 0; i < heard.length; i++) {
        for (int bit = 0; bit < 32; bit++) {
          heard[i] ^= i % 10 != 0 && random.nextDouble() < share ? 1 << bit : 0;
        }
      }
      AudioFingerprint sound = new AudioFingerprint(heard, SpectralFingerprint.MICROS_APART);
      assertThat(review.findings(sound, Context.output())).hasSize(share < 0.35 ? 1 : 0);
    }
  }

  private static AudioReview review(AudioFingerprint known) {
    Feature feature =
        Feature.of(
            "song",
            new PerceptualHash(Medium.AUDIO, known.toString(), 0.35),
            Rule.of(Category.of("A.3.1")));
    return new AudioReview(
        Pool.of("1", List.of(feature)),
        SpectralFingerprint.MICROS_APART,
        AudioReview.PASSAGE,
        InstantSource.system());
  }

  private static List<Finding> findings(float[] samples) {
    return REVIEW.findings(SpectralFingerprint.of(samples), Context.output());
  }

  /** Chords of three tones that change about four times a second. */
  private static float[] music(long seed, int seconds) {
    Random random = new Random(seed);
    float[] samples = new float[seconds * RATE];
    double[] tones = new double[3];
    for (int i = 0; i < samples.length; i++) {
      if (i % 1400 == 0) {
        for (int tone = 0; tone < tones.length; tone++) {
          tones[tone] = 300 * Math.pow(6, random.nextDouble());
        }
      }
      for (double tone : tones) {
        samples[i] += (float) (0.2 * Math.sin(2 * Math.PI * tone * i / RATE));
      }
      samples[i] += 0.01f * (float) random.nextGaussian();
    }
    return samples;
  }
}
