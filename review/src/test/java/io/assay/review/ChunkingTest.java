package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChunkingTest {

  private static final Category GAMBLING = Category.of("I.9");
  private static final Layers EVERY = Layers.all();

  private static final Reviewer REVIEWER = Reviewer.of(Pool.of("1", features()));

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (String word :
        List.of("赌博", "赌博网站", "博赌", "法轮功", "av", "casino", "sin", "110", "哈哈", "a.b")) {
      features.add(Feature.keyword(word, word, GAMBLING));
    }
    Matching excepted = Matching.standard().except("禁赌博", "av站点");
    features.add(Feature.keyword("e1", "赌博", GAMBLING).with(excepted));
    features.add(Feature.keyword("e2", "av", GAMBLING).with(excepted));
    for (String word : List.of("大麻", "枪支", "sexy")) {
      features.add(Feature.keyword(word, word, GAMBLING).with(Matching.standard().with(EVERY)));
    }
    features.add(Feature.of("c", new Combination(List.of("代开", "赌", "av"), 12), Rule.of(GAMBLING)));
    for (String expression :
        List.of("a.{0,3}v", "[0-9]{2,5}", "(?i)S{1,400}EX", "赌.{0,300}博", "(站|功)点?$")) {
      features.add(Feature.of(expression, new Expression(expression), Rule.of(GAMBLING)));
    }
    for (String expression : List.of("s{1,20}ino", "赌.?博", "ma?")) {
      features.add(
          Feature.of("folded " + expression, new Expression(expression), Rule.of(GAMBLING))
              .with(Matching.standard().with(EVERY)));
    }
    return List.copyOf(features).stream()
        .map(feature -> feature.with(feature.rule().with(Disposition.NEGATIVE_WARN)))
        .toList();
  }

  @Provide
  Arbitrary<List<String>> chunks() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "赌",
            "博",
            "网",
            "站",
            "禁",
            "法",
            "轮",
            "功",
            "a",
            "v",
            "c",
            "as",
            "ino",
            "s",
            "i",
            "n",
            "1",
            "0",
            "哈",
            "代",
            "开",
            " ",
            "\n",
            "。",
            "*",
            ".",
            "\u200b",
            "\u0301",
            "\uD835",
            "\uDC1A",
            "🎲",
            "ﬃ",
            "大",
            "麻",
            "ma",
            "枪",
            "支",
            "&#x8D4C;",
            "%E8%B5%8C",
            "5exy",
            "木仓",
            "站点",
            "6LWM5Y2a",
            "_",
            "%2573",
            "𝓼",
            "x");
    return pieces.list().ofMinSize(1).ofMaxSize(40);
  }

  @Property(tries = 1000)
  void givesTheSameVerdict_forEveryChunking(@ForAll("chunks") List<String> chunks) {
    Verdict whole = REVIEWER.review(String.join("", chunks), Context.input());
    StreamReview stream = REVIEWER.open(Context.input());
    StringBuilder released = new StringBuilder();
    chunks.forEach(chunk -> released.append(stream.append("", chunk)));
    released.append(stream.finish());

    assertThat(stream.verdict()).isEqualTo(whole);
    assertThat(released.toString()).isEqualTo(String.join("", chunks));
  }

  @Property(tries = 1000)
  void releasesTheSamePrefix_forEveryChunking(@ForAll("chunks") List<String> chunks) {
    StreamReview cut = REVIEWER.open(Context.input());
    StringBuilder released = new StringBuilder();
    chunks.forEach(chunk -> released.append(cut.append("", chunk)));

    StreamReview whole = REVIEWER.open(Context.input());
    assertThat(released.toString()).isEqualTo(whole.append("", String.join("", chunks)));
  }
}
