package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class PiecesTest {

  @Property(tries = 200)
  void holdEveryPassageShorterThanTheOverlap(@ForAll @StringLength(max = 700) String text) {
    List<String> pieces = Pieces.of(text, 100);
    assertThat(pieces).allMatch(piece -> piece.length() <= 101);
    for (int i = 0; i + 9 <= text.length(); i += 3) {
      String passage = text.substring(i, i + 9);
      assertThat(pieces).anyMatch(piece -> piece.contains(passage));
    }
  }
}
