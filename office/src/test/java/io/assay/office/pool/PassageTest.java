package io.assay.office.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.pool.Passage.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {

  @Test
  void cutsWhereSpansBeginAndEnd_andSaysWhichCoverEachPiece() {
    assertThat(Passage.cut("abcdef", List.of(new Span(1, 4), new Span(3, 5))))
        .containsExactly(
            new Passage("a", List.of()),
            new Passage("bc", List.of(1)),
            new Passage("d", List.of(1, 2)),
            new Passage("e", List.of(2)),
            new Passage("f", List.of()));
  }

  @Test
  void keepsTheWholeText_whateverTheSpans() {
    assertThat(Passage.cut("ab", List.of())).containsExactly(new Passage("ab", List.of()));
    assertThat(Passage.cut("ab", List.of(new Span(0, 99))))
        .containsExactly(new Passage("ab", List.of(1)));
    assertThat(Passage.cut("", List.of(new Span(3, 4)))).isEmpty();
  }
}
