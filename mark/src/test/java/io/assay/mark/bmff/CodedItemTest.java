package io.assay.mark.bmff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedItemTest {
  private static final int ROUNDS = 20 * Integer.getInteger("assay.rounds", 30);

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/media", name));
  }

  @Test
  void putsAnotherPictureInThePlaceOfOne() throws IOException {
    CodedItem before = CodedItem.primary(Source.of(bytes("turned.heic")));
    byte[] data = new byte[5000];
    new Random(1).nextBytes(data);
    byte[] setup = Arrays.copyOf(before.configuration("hvcC"), 200);
    CodedItem after = CodedItem.primary(before.with("hvcC", setup, data));
    assertThat(after.data()).isEqualTo(data);
    assertThat(after.configuration("hvcC")).isEqualTo(setup);
    assertThat(after.orientation()).isEqualTo(6);
    assertThat(after.width()).isEqualTo(320);
  }

  @Test
  void leavesTheOpacityAlone() throws IOException {
    CodedItem before = CodedItem.primary(Source.of(bytes("alpha.heic")));
    Source edited = before.with("hvcC", before.configuration("hvcC"), new byte[] {1, 2, 3});
    CodedItem alpha = CodedItem.primary(edited).alpha().orElseThrow();
    assertThat(alpha.data()).isEqualTo(before.alpha().orElseThrow().data());
  }

  @Test
  void findsTheTilesOfAGrid() throws IOException {
    CodedItem grid = CodedItem.primary(Source.of(bytes("sample.heic")));
    assertThat(grid.type()).isEqualTo("grid");
    assertThat(grid.tiles()).hasSize(grid.columns());
    assertThat(grid.tiles().getFirst().type()).isEqualTo("hvc1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned.heic", "alpha.heic", "sample.heic", "alpha.avif"})
  void answersCorruptFilesWithATypedError(String name) throws IOException {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = bytes(name);
      for (int flips = 0; flips <= i % 4; flips++) {
        bytes[random.nextInt(700)] = (byte) random.nextInt(256);
      }
      use(i % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
    }
  }

  private static void use(byte[] bytes) {
    try {
      CodedItem item = CodedItem.primary(Source.of(bytes));
      item.orientation();
      item.columns();
      item.tiles().forEach(CodedItem::data);
      item.alpha().ifPresent(CodedItem::data);
      item.with("hvcC", item.configuration("hvcC"), item.data());
    } catch (MarkException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
