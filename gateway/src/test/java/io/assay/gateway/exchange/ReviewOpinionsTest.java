package io.assay.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.gateway.exchange.CarriedFile.Kind;
import io.assay.review.Category;
import io.assay.review.Characteristic;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location;
import io.assay.review.Matching;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.audio.AudioFingerprint;
import io.assay.review.classifier.Box;
import io.assay.review.classifier.Classifier;
import io.assay.review.classifier.Outcome;
import io.assay.review.classifier.Sighting;
import io.assay.review.fingerprint.SimHash;
import io.assay.review.image.Pdq;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReviewOpinionsTest {
  private static final Context OUTPUT = Context.output();
  private final ReviewOpinions opinions = new ReviewOpinions(List.of(), InstantSource.system());

  private static Pool pool(Characteristic characteristic) {
    return Pool.of(
        "1",
        List.of(
            new Feature(
                "f",
                1,
                characteristic,
                Rule.of(Category.of("I.11")),
                Matching.standard(),
                Entry.unrecorded())));
  }

  private static byte[] picture(long seed) throws IOException {
    var random = new Random(seed);
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    for (int i = 0; i < 60; i++) {
      graphics.setColor(new java.awt.Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(200), random.nextInt(200), 20 + random.nextInt(90), 60);
    }
    graphics.dispose();
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static byte[] sound(long seed) {
    int rate = 22_050;
    int frames = 6 * rate;
    var bytes = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
    var random = new Random(seed);
    double pitch = 400;
    for (int i = 0; i < frames; i++) {
      pitch = i % 2_000 == 0 ? 350 + random.nextInt(1_500) : pitch;
      bytes.putShort((short) (9_000 * Math.sin(2 * Math.PI * pitch * i / rate)));
    }
    return bytes.array();
  }

  private List<Finding> seen(byte[] file, Pool pool) {
    return opinions.file(new CarriedFile("f", Kind.PICTURE, file), pool, OUTPUT).findings();
  }

  private List<Finding> heard(byte[] file, Pool pool) {
    return opinions.file(new CarriedFile("f", Kind.SOUND, file), pool, OUTPUT).findings();
  }

  private static String text(AudioFingerprint print) {
    return Arrays.stream(print.subs()).mapToObj("%08x"::formatted).collect(Collectors.joining());
  }

  @Test
  void findsAKnownPicture_andNoOther() throws IOException {
    var known = Pictures.luma(picture(1)).orElseThrow();
    var pool = pool(new PerceptualHash(Medium.IMAGE, Pdq.of(known).hash().toString(), 31));
    assertThat(seen(picture(1), pool))
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.BLOCK));
    assertThat(seen(picture(2), pool)).isEmpty();
  }

  @Test
  void holdsWhatCannotBeDecoded_whileThePoolHasHashesForItsKind() throws IOException {
    var known = Pictures.luma(picture(1)).orElseThrow();
    var pool = pool(new PerceptualHash(Medium.IMAGE, Pdq.of(known).hash().toString(), 31));
    assertThat(seen(new byte[100], pool))
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.HOLD));
    assertThat(seen(new byte[100], Pool.empty())).isEmpty();
    assertThat(heard(new byte[100], pool)).isEmpty();
  }

  @Test
  void findsAKnownSound_andNoOther() {
    var print = Sounds.fingerprint(sound(1)).orElseThrow();
    var pool = pool(new PerceptualHash(Medium.AUDIO, text(print), 0.3));
    assertThat(heard(sound(1), pool)).hasSize(1);
    assertThat(heard(sound(2), pool)).isEmpty();
    assertThat(heard(new byte[] {'I', 'D', '3'}, pool))
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.HOLD));
  }

  @Test
  void holds_whenAThresholdNamesAClassifierThatIsNotThere() {
    var pool = pool(new ClassifierThreshold("absent", "bad", 0.5));
    assertThat(opinions.texts(List.of(new Carried("input", "你好")), pool, OUTPUT))
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.HOLD));
  }

  /** A classifier that scores what it is given as the test says. */
  private record Fixed(String name, List<String> given) implements Classifier {
    @Override
    public Outcome classify(String text) {
      given.add(text);
      return new Outcome.Scored(Map.of("bad", 0.9), "1", true);
    }
  }

  @Test
  void asksClassifiersOfPictures_aboutPicturesAlone() throws IOException {
    var given = new ArrayList<String>();
    var asking =
        new ReviewOpinions(
            List.of(),
            Map.of(Kind.PICTURE, List.of(new Fixed("eyes", given))),
            InstantSource.system());
    var pool = pool(new ClassifierThreshold("eyes", "bad", 0.5));
    var file = new CarriedFile("data[0]", Kind.PICTURE, picture(1));
    assertThat(asking.file(file, pool, OUTPUT).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.BLOCK));
    assertThat(given).singleElement().satisfies(it -> assertThat(it).startsWith("data:image/png;"));
    assertThat(asking.texts(List.of(new Carried("input", "hello")), pool, OUTPUT)).isEmpty();
    var sound = new CarriedFile("sound", Kind.SOUND, sound(1));
    assertThat(asking.file(sound, pool, OUTPUT).findings()).isEmpty();
  }

  /** A classifier that saw something in the upper left quarter of a picture of 256 by 256. */
  private record Pointing(String name) implements Classifier {
    @Override
    public Outcome classify(String text) {
      return new Outcome.Scored(
          Map.of("bad", 0.9),
          "1",
          true,
          List.of(new Sighting("bad", new Box(0, 0, 128, 128, Box.Unit.PIXELS))));
    }
  }

  @Test
  void aPlaceInPixelsIsOneOfThisPicture() throws IOException {
    var asking =
        new ReviewOpinions(
            List.of(), Map.of(Kind.PICTURE, List.of(new Pointing("eyes"))), InstantSource.system());
    var pool = pool(new ClassifierThreshold("eyes", "bad", 0.5));
    var file = new CarriedFile("data[0]", Kind.PICTURE, picture(1));
    assertThat(asking.file(file, pool, OUTPUT).findings())
        .extracting(Finding::where)
        .containsExactly(new Location.Region(0, 0, 0.5, 0.5));
  }

  @Test
  void whatComesInIsDecoded_alsoWhereThePoolIsEmpty() throws IOException {
    var broken = new CarriedFile("f", Kind.PICTURE, new byte[100]);
    var whole = new CarriedFile("f", Kind.PICTURE, picture(1));
    assertThat(opinions.file(broken, Pool.empty(), Context.input()).decoded()).isFalse();
    assertThat(opinions.file(whole, Pool.empty(), Context.input()).decoded()).isTrue();
  }

  @Test
  void aStreamIsComparedWithTextFingerprints_andNothingOfACopyLeaves() {
    var known =
        "Tomorrow the whole town will be without water for three days, so they say in the group;"
            + " everybody should fill whatever they have, since the shops are already empty.";
    var pool = pool(new TextFingerprint(SimHash.of(known).toString(), 10));
    for (var text : List.of(known, "A quite different story of a lantern that went for a walk.")) {
      var words = Reviewer.of(Pool.empty()).open(OUTPUT);
      var stream = opinions.stream(words, pool, OUTPUT);
      var released = new StringBuilder();
      for (var word : text.split("(?= )")) {
        released.append(stream.append("", word));
      }
      released.append(stream.finish());
      assertThat(released.toString()).isEqualTo(text.equals(known) ? "" : text);
      assertThat(stream.blocked()).isEqualTo(text.equals(known));
    }
  }
}
