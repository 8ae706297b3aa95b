package io.assay.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work is counted in moves of the filter and the automaton, so that it does not vary. */
class WorstCaseTest {

  private static final int LENGTH = 20_000;
  private static final String BENIGN = "今天天气很好，我们一起去公园散步吧。Please write a short report. ";
  private static final Engine ENGINE = Engine.of(Pool.of("1", features()));

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    String chain = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    for (int length = 2; length <= chain.length(); length++) {
      String word = chain.substring(0, length) + "终";
      features.add(Feature.keyword("chain-" + length, word, Category.of("I.11")));
    }
    for (String word : List.of("赌博", "赌赌赌博", "哈哈哈哈笑", "aaaaaab", "网络赌博平台", "ababababac")) {
      features.add(Feature.keyword(word, word, Category.of("I.11")));
    }
    return features;
  }

  private static double movesPerCharacter(String unit) {
    TextStream stream = new TextStream(ENGINE, Scratch.fresh(), Context.input(), Instant.EPOCH);
    String text = unit.repeat(LENGTH / unit.length() + 1);
    stream.append(text);
    stream.finish();
    return (double) stream.steps() / text.length();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        " ",
        "\u200b",
        "赌*",
        "赌",
        "赌 ",
        "哈",
        "a",
        "ab",
        "ababababad",
        "网络赌博平",
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥终",
        "甲乙终",
        "赌博",
        "赌赌赌",
        "a a ",
        "\u0301",
        "%",
        "&#",
        "🎲"
      })
  void staysWithinFiveTimesTheWorkOfOrdinaryText(String unit) {
    assertThat(movesPerCharacter(unit)).isLessThanOrEqualTo(5 * movesPerCharacter(BENIGN));
  }

  @Test
  void growsWithTheLengthOfTheTextOnly() {
    TextStream once = new TextStream(ENGINE, Scratch.fresh(), Context.input(), Instant.EPOCH);
    TextStream twice = new TextStream(ENGINE, Scratch.fresh(), Context.input(), Instant.EPOCH);
    String text = "网络赌博平 赌赌赌 aaaaaa ".repeat(500);
    once.append(text);
    twice.append(text + text);

    assertThat(twice.steps()).isBetween(2 * once.steps() - 100, 2 * once.steps() + 100);
  }
}
