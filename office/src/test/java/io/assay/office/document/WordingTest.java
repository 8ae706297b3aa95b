package io.assay.office.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
  private static final Wording WORDING = new Wording("z", "e", "zz", "ee");

  @Test
  void theHashKnowsEveryPart_andWhereEachEnds() {
    assertThat(WORDING.sha256()).isEqualTo(new Wording(" z ", "e", "zz\r\n", "ee").sha256());
    assertThat(WORDING.sha256())
        .isNotEqualTo(new Wording("z", "e", "zz", "e").sha256())
        .isNotEqualTo(new Wording("ze", "", "zz", "ee").sha256())
        .isNotEqualTo(new Wording("z", "e", "zze", "e").sha256());
  }

  @Test
  void speaksTheLanguageOfTheReader() {
    assertThat(WORDING.text(Locale.SIMPLIFIED_CHINESE)).isEqualTo("zz");
    assertThat(WORDING.title(Locale.ENGLISH)).isEqualTo("e");
  }

  @Test
  void isIncomplete_whenAPartIsMissing_orTooLong() {
    assertThat(WORDING.complete()).isTrue();
    assertThat(new Wording("z", "e", " ", "ee").complete()).isFalse();
    assertThat(new Wording("z", "e", "z", "e".repeat(200_001)).complete()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void everyKindHasAStarter_thatSaysItIsOne(DocumentKind kind) {
    Wording starter = Starter.of(kind);
    assertThat(starter.complete()).isTrue();
    assertThat(starter.textEn()).startsWith("> **A starter text, to be adapted.**");
    assertThat(starter.textZh()).startsWith("> **\u8303\u672c");
    assertThat(starter.titleEn()).doesNotStartWith("#");
    assertThat(DocumentKind.of(kind.slug())).contains(kind);
  }
}
