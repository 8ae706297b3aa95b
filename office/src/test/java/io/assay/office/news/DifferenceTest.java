package io.assay.office.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.news.Difference.Kind;
import io.assay.office.news.Difference.Run;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void theSame_differsInNothing() {
    assertThat(Difference.between("灯会今天开幕。", "灯会今天开幕。").thousandths()).isZero();
    assertThat(Difference.between("", "").thousandths()).isZero();
  }

  @Test
  void showsWhatWasLeftOutAndAdded() {
    var difference = Difference.between("灯会将持续五天。", "灯会将持续六天。");
    assertThat(difference.runs())
        .containsExactlyInAnyOrder(
            new Run(Kind.SAME, "灯会将持续"),
            new Run(Kind.LEFT_OUT, "五"),
            new Run(Kind.ADDED, "六"),
            new Run(Kind.SAME, "天。"));
    assertThat(difference.thousandths()).isEqualTo(125);
  }

  @Test
  void wordsCountWhole() {
    assertThat(Difference.between("the fair opens", "the fair closes").thousandths())
        .isEqualTo(200);
  }

  @Test
  void whollyDifferentTexts_areBounded() {
    var one = "a b ".repeat(20_000);
    var other = "c d ".repeat(20_000);
    assertThat(Difference.between(one, other).thousandths()).isGreaterThan(400);
  }

  @Test
  void bothTextsCanBeReadBackFromTheRuns() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      readBack(words(random), words(random));
    }
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(30), 'a', 'e')
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  private static void readBack(String spaced, String otherSpaced) {
    var runs = Difference.between(spaced, otherSpaced).runs();
    assertThat(
            runs.stream()
                .filter(run -> run.kind() != Kind.ADDED)
                .map(Run::text)
                .collect(Collectors.joining()))
        .isEqualTo(spaced);
    assertThat(
            runs.stream()
                .filter(run -> run.kind() != Kind.LEFT_OUT)
                .map(Run::text)
                .collect(Collectors.joining()))
        .isEqualTo(otherSpaced);
  }
}
