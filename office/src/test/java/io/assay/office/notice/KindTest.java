package io.assay.office.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.Words;
import org.junit.jupiter.api.Test;

class KindTest {
  @Test
  void everyKindHasItsCode_andIsFoundByIt() {
    for (Kind kind : Kind.values()) {
      assertThat(kind.code()).matches("[a-z]+\\.[a-z_]+").startsWith(kind.feature() + ".");
      assertThat(Kind.of(kind.code())).isEqualTo(kind);
    }
    assertThatThrownBy(() -> Kind.of("rumor.believed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rumor.believed");
  }

  @Test
  void everyKindAndEveryFailureIsSaid_inBothLanguages() {
    for (Kind kind : Kind.values()) {
      Words.assertSaid("notice.kind." + kind.code());
    }
    for (Failure failure : Failure.values()) {
      Words.assertSaid(failure.remark("x").code());
    }
  }
}
