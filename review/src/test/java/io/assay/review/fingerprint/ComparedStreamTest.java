package io.assay.review.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Category;
import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.StreamReview;
import io.assay.review.Verdict;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ComparedStreamTest {

  private static final String RUMOUR =
      "据小区业主群消息，明天起全市自来水将停水三天，请各位邻居抓紧时间储水，"
          + "超市的矿泉水已经被抢购一空，自来水公司的电话一直占线打不通，"
          + "请大家相互转告，尤其是家里有老人和孩子的更要提前准备，以免影响正常生活。";
  private static final String SENT = "Ａ. 群里说：" + RUMOUR.replace("三天", "五天") + "Cafe\u0301 🎲 ﬃ";

  private static final Feature FEATURE =
      Feature.of(
          "rumour",
          new TextFingerprint(SimHash.of(RUMOUR).toString(), 10),
          Rule.of(Category.of("A.1.7")));

  private static FingerprintReview review(Feature... features) {
    return new FingerprintReview(Pool.of("1", List.of(features)), InstantSource.system());
  }

  private static StreamReview open(FingerprintReview review, int held) {
    StreamReview words = Reviewer.of(Pool.empty()).open(Context.output());
    return review.open(words, Context.output(), held);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, SENT.length()).list().ofMaxSize(12);
  }

  @Property(tries = 200)
  void findsWhatAReviewOfTheWholeTextFinds_forEveryChunking(@ForAll("cuts") List<Integer> cuts) {
    FingerprintReview review = review(FEATURE);
    StreamReview stream = open(review, FingerprintReview.UNTIL_THE_END);
    StringBuilder released = new StringBuilder();
    int from = 0;
    for (int cut : cuts.stream().sorted().toList()) {
      released.append(stream.append("a", SENT.substring(from, cut)));
      from = cut;
    }
    released.append(stream.append("a", SENT.substring(from)));
    released.append(stream.finish());

    List<Finding> whole = review.findings(SENT, Context.output());
    assertThat(whole).hasSize(1);
    assertThat(stream.verdict().findings()).isEqualTo(whole);
    assertThat(stream.blocked()).isTrue();
    assertThat(released).isEmpty();
  }

  @Test
  void findsACopyThatOtherTextFollows_whereTheCopyEnds() {
    StreamReview stream = open(review(FEATURE), 40);
    StringBuilder released = new StringBuilder();
    String text = RUMOUR + "以上是网上流传的说法，与事实不符，供水一切正常，请大家放心用水。".repeat(8);
    for (int i = 0; i < text.length(); i++) {
      released.append(stream.append("", text.substring(i, i + 1)));
    }
    stream.finish();

    assertThat(stream.verdict()).isInstanceOf(Verdict.Block.class);
    assertThat(released.length()).isLessThan(RUMOUR.length() + 64);
  }

  @Test
  void releasesEverything_whenNothingIsFound() {
    StreamReview stream = open(review(FEATURE), 10);
    String text = "今天天气很好🎲，我们去公园散步。";
    StringBuilder released = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      released.append(stream.append("", text.substring(i, i + 1)));
    }
    assertThat(released.length()).isBetween(text.length() - 11, text.length() - 10);
    released.append(stream.finish());

    assertThat(released.toString()).isEqualTo(text);
    assertThat(stream.verdict()).isInstanceOf(Verdict.Pass.class);
  }

  @Test
  void holdsNothingBack_forAFeatureInShadow() {
    Feature shadow = FEATURE.with(FEATURE.rule().with(Mode.SHADOW));
    StreamReview stream = open(review(shadow), FingerprintReview.UNTIL_THE_END);

    assertThat(stream.append("", "今天")).isEqualTo("今天");
    assertThat(stream.append("", "，")).isEqualTo("，");
  }

  @Test
  void isTheReviewOfTheWords_whenNoFingerprintApplies() {
    StreamReview words = Reviewer.of(Pool.empty()).open(Context.output());

    assertThat(review().open(words, Context.output(), 100)).isSameAs(words);
  }
}
