package io.assay.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemarkTest {
  @Test
  void whatIsKeptIsReadAgain() {
    for (Remark it : new Remark[] {Remark.NONE, Remark.of("a.b"), Remark.of("a.b", 503, "\"[")}) {
      assertThat(Remark.valueOf(it.kept())).isEqualTo(it);
    }
    assertThat(Remark.NONE.kept()).isEmpty();
  }

  @Test
  void anythingElseIsACodeAlone() {
    assertThat(Remark.valueOf("chat")).isEqualTo(Remark.of("chat"));
    assertThat(Remark.valueOf("[chat")).isEqualTo(Remark.of("[chat"));
  }
}
