package io.assay.office.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void takesTheNumbersOutOfAReason() {
    Reason reason = Reason.of("reviewed 1240 of 1240 characters");
    assertThat(reason.key()).isEqualTo("because.reviewed");
    assertThat(reason.gaps()).containsExactly("1240", "1240");
  }

  @Test
  void tellsFilesFromCharacters() {
    Reason reason = Reason.of("reviewed 12 of 12 characters and 2 of 2 files");
    assertThat(reason.key()).isEqualTo("because.reviewed-files");
    assertThat(reason.gaps()).containsExactly("12", "12", "2", "2");
  }

  @Test
  void namesAFixedReasonByItsWords() {
    assertThat(Reason.of("no key, or a key that is not in force").key())
        .isEqualTo("because.no-key-or-a-key-that-is-not-in-force");
  }
}
