package io.assay.review.image;

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
import io.assay.review.image.Clip.Frame;
import io.assay.review.image.ClipReview.Voting;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClipReviewTest {

  private static final Clip KNOWN = clip(1, 20);
  private static final ClipReview REVIEW =
      new ClipReview(
          Pool.of(
              "1",
              List.of(
                  Feature.of(
                      "clip",
                      new PerceptualHash(Medium.FRAME, KNOWN.toString(), 20),
                      Rule.of(Category.of("A.1.6"))))),
          Voting.STANDARD,
          InstantSource.system());

  @Test
  void findsAPassageWithinALongerFilm_andSaysWhere() {
    List<Frame> film = new ArrayList<>(clip(2, 60).frames());
    for (int i = 5; i < 15; i++) {
      film.set(i + 25, new Frame((i + 25) * 1000L, noisy(KNOWN.frames().get(i).hash(), 12)));
    }
    assertThat(findings(new Clip(film)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo(new Location.Stretch(30_000, 39_000));
              assertThat(finding.why())
                  .isEqualTo("10 of the feature's 20 frames match in order of time");
            });
  }

  @Test
  void findsNothing_whenOnlyAFewFramesLookAlike() {
    List<Frame> film = new ArrayList<>(clip(3, 60).frames());
    film.set(10, new Frame(10_000, KNOWN.frames().get(0).hash()));
    film.set(30, new Frame(30_000, KNOWN.frames().get(10).hash()));
    film.set(31, new Frame(31_000, KNOWN.frames().get(11).hash()));
    assertThat(findings(new Clip(film))).isEmpty();
  }

  @Test
  void findsNothing_whenTheFramesComeInAnotherOrder() {
    List<Hash256> shuffled = new ArrayList<>(KNOWN.frames().stream().map(Frame::hash).toList());
    Collections.reverse(shuffled);
    List<Frame> film = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i++) {
      film.add(new Frame(i * 1000L, shuffled.get(i)));
    }
    assertThat(findings(new Clip(film))).isEmpty();
  }

  @Test
  void countsAFrameOnce_howeverOftenItIsShown() {
    List<Frame> still = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      still.add(new Frame(i * 100L, KNOWN.frames().getFirst().hash()));
    }
    assertThat(findings(new Clip(still))).isEmpty();
  }

  @Test
  void readsItsOwnText_andRejectsOther() {
    assertThat(Clip.parse(KNOWN.toString())).isEqualTo(KNOWN);
    for (String text : List.of("", "abc", "5:00", ":00", "x:" + KNOWN.frames().getFirst().hash())) {
      assertThatThrownBy(() -> Clip.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<Finding> findings(Clip clip) {
    return REVIEW.findings(clip, Context.output());
  }

  private static Clip clip(long seed, int seconds) {
    Random random = new Random(seed);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      frames.add(
          new Frame(
              i * 1000L,
              new Hash256(
                  random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())));
    }
    return new Clip(frames);
  }

  private static Hash256 noisy(Hash256 hash, int bits) {
    return new Hash256(hash.a() ^ (1L << bits) - 1, hash.b(), hash.c(), hash.d());
  }
}
