package io.assay.review.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void shipsTheReadingsThatTheSourcesGive() throws IOException {
    assertThat(Files.readString(Tables.SHIPPED.resolve("fold.tsv")))
        .isEqualTo(new FoldTable().text());
  }

  @Test
  void shipsTheSoundsThatTheSourceGives() throws IOException {
    assertThat(Files.readString(Tables.SHIPPED.resolve("sounds.tsv")))
        .isEqualTo(new SoundTable().text());
  }

  @Test
  void shipsTheWordsThatTheSourceGives() throws IOException {
    byte[] shipped = Files.readAllBytes(Tables.SHIPPED.resolve("lexicon.bin"));

    assertThat(Arrays.mismatch(shipped, new LexiconTable().bytes())).isEqualTo(-1);
  }
}
