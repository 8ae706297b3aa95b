package io.assay.review.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PdqTest {

  @Test
  void hashesAsTheReferenceDoes_withinTenBits() throws IOException {
    List<String> golden = golden();
    assertThat(golden).hasSize(33);
    for (String line : golden) {
      String[] cells = line.split(",");
      Pdq pdq =
          Pdq.of(
              Pictures.of(
                  Long.parseLong(cells[0]),
                  Integer.parseInt(cells[1]),
                  Integer.parseInt(cells[2])));
      assertThat(pdq.hash().distance(Hash256.parse(cells[3]))).as(line).isLessThanOrEqualTo(10);
      assertThat(pdq.quality()).as(line).isCloseTo(Integer.parseInt(cells[4]), within(2));
    }
  }

  @Test
  void hashesOfTurnedAndMirroredPictures_areAmongTheEightOfTheOriginal() {
    Luma picture = Pictures.of(7, 400, 300);
    List<Hash256> eight = Pdq.dihedral(picture).stream().map(Pdq::hash).toList();
    Luma turned = picture;
    for (int quarter = 0; quarter < 4; quarter++) {
      for (Luma version : List.of(turned, Pictures.mirrored(turned))) {
        Hash256 hash = Pdq.of(version).hash();
        assertThat(eight).anyMatch(one -> one.distance(hash) <= Pdq.MATCH);
      }
      turned = Pictures.turned(turned);
    }
    assertThat(eight.get(1).distance(Pdq.of(Pictures.turned(picture)).hash()))
        .isLessThanOrEqualTo(Pdq.MATCH);
  }

  @Test
  void survivesAnotherSize_andTellsPicturesApart() {
    Hash256 hash = Pdq.of(Pictures.of(8, 800, 600)).hash();
    assertThat(hash.distance(Pdq.of(Pictures.of(8, 320, 240)).hash())).isLessThan(Pdq.MATCH);
    assertThat(hash.distance(Pdq.of(Pictures.of(9, 800, 600)).hash())).isGreaterThan(80);
  }

  @Test
  void hasNoQuality_withoutDetailOrSize() {
    assertThat(Pdq.of(new Luma(300, 300, new float[90_000])).quality()).isZero();
    assertThat(Pdq.of(new Luma(1, 1, new float[1])).quality()).isZero();
    assertThat(Pdq.of(new Luma(5, 5000, new float[25_000])).quality()).isZero();
  }

  @Test
  void rejectsPlanesThatDoNotFit() {
    assertThatThrownBy(() -> new Luma(2, 2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Luma(1 << 16, 1 << 16, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Luma.ofPlane(4, 2, new byte[7], 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Luma.ofPlane(2, 2, new byte[] {1, 2, 0, (byte) 200, 4}, 3).samples())
        .containsExactly(1, 2, 200, 4);
  }

  @Test
  void readsItsOwnText() {
    String text = "f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6339c4e9c9b22";
    assertThat(Hash256.parse(text).toString()).isEqualTo(text);
    assertThatThrownBy(() -> Hash256.parse("f8")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash256.parse("g" + text.substring(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> golden() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(PdqTest.class.getResourceAsStream("/golden/pdq/hashes.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
