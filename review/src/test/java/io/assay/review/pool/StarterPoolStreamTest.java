package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Context;
import io.assay.review.Reviewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterPoolStreamTest {
  private static final Reviewer REVIEWER = Reviewer.of(StarterPool.load());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The moon pulls the sea towards it and the earth turns beneath. ",
        "关于泡茶，可以先把确定的事实写下来，再标出还不确定的部分，然后找一个可能推翻自己看法的例子。"
      })
  void ordinaryTextIsHeldBackByAFewCharactersOnly(String sentence) {
    var text = sentence.repeat(8);
    var stream = REVIEWER.open(Context.output());
    long held = 0;
    int released = 0;
    for (int i = 0; i < text.length(); i++) {
      released += stream.append("text", text.substring(i, i + 1)).length();
      held += i + 1 - released;
    }
    assertThat(held / text.length()).isLessThanOrEqualTo(24);
  }

  @Test
  void whatIsHeldBackLeavesAtTheEnd() {
    var stream = REVIEWER.open(Context.output());
    assertThat(stream.append("text", "good morning") + stream.finish("text"))
        .isEqualTo("good morning");
  }
}
