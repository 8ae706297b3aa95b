package io.assay.review.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.review.Category;
import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.Rule;
import io.assay.review.fingerprint.NearDuplicates.Pair;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintReviewTest {

  private static final String RUMOUR =
      "据小区业主群消息，明天起全市自来水将停水三天，请各位邻居抓紧时间储水，"
          + "超市的矿泉水已经被抢购一空，自来水公司的电话一直占线打不通，"
          + "请大家相互转告，尤其是家里有老人和孩子的更要提前准备，以免影响正常生活。";

  private static final FingerprintReview REVIEW =
      new FingerprintReview(
          Pool.of(
              "1",
              List.of(
                  Feature.of(
                      "rumour",
                      new TextFingerprint(SimHash.of(RUMOUR).toString(), 8),
                      Rule.of(Category.of("A.1.7"))))),
          InstantSource.system());

  @Test
  void findsACopyWithSmallChanges() {
    assertThat(REVIEW.findings(RUMOUR.replace("三天", "五天"), Context.output())).hasSize(1);
    assertThat(REVIEW.findings(RUMOUR.replace("，", " ， "), Context.output()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.why()).contains("in 0 bits"));
  }

  @Test
  void findsACopyInsideAText_betweenPauses() {
    String before = "我来整理一下最近的传闻。第一条与天气有关，说周末有雨。有人在群里写道：";
    String after = "以上内容未经证实，供水单位表示一切正常，请大家放心。".repeat(5);
    assertThat(REVIEW.findings(before + RUMOUR + after, Context.output()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.why()).contains("in 0 bits"));
    String changed = RUMOUR.replace("三天", "五天");
    assertThat(REVIEW.findings(before + "“" + changed + "”" + after, Context.output())).hasSize(1);
    assertThat(REVIEW.findings(before.repeat(9) + RUMOUR + after, Context.output())).hasSize(1);
  }

  @Test
  void leavesLongTextsAlone() {
    String quiet = "公园里的花开了。今天有雨吗？孩子们在学画画，老师说：颜色要慢慢加。".repeat(200);
    assertThat(REVIEW.findings(quiet, Context.output())).isEmpty();
  }

  @Test
  void leavesAnotherTextOnTheSameMatterAlone() {
    String correction = "自来水公司澄清：网传停水三天不是事实，供水一切正常，请市民不要囤水，也不要转发未经证实的消息。";
    assertThat(REVIEW.findings(correction, Context.output())).isEmpty();
    assertThat(REVIEW.findings("", Context.output())).isEmpty();
  }

  @Test
  void resemblanceIsTheShareOfCommonPieces() {
    Random random = new Random(2);
    StringBuilder common = new StringBuilder();
    StringBuilder own = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      common.appendCodePoint(0x4e00 + random.nextInt(20_000));
      own.appendCodePoint(0x4e00 + random.nextInt(20_000));
    }
    double resemblance =
        MinHash.of(common.toString()).resemblance(MinHash.of(common.toString() + own));
    assertThat(resemblance).isCloseTo(0.5, within(0.12));
    assertThat(MinHash.of(own.toString()).resemblance(MinHash.of(common.toString()))).isZero();
  }

  @Test
  void proposesNearDuplicates_mostAlikeFirst() {
    Map<String, String> texts =
        Map.of(
            "a",
            RUMOUR,
            "b",
            RUMOUR.replace("三天", "五天"),
            "c",
            RUMOUR.replace("超市的矿泉水已经被抢购一空，", ""),
            "d",
            "专业刻章办证，加微信联系，当天出证。");
    List<Pair> pairs = NearDuplicates.among(texts, 0.6);
    assertThat(pairs).extracting(Pair::first).doesNotContain("d");
    assertThat(pairs.getFirst())
        .satisfies(
            pair -> {
              assertThat(pair.first()).isEqualTo("a");
              assertThat(pair.second()).isEqualTo("b");
            });
    assertThat(pairs).hasSize(3);
  }

  @Test
  void proposesNearDuplicateKeywordsOfAPool() {
    Category other = Category.of("A.1.8");
    Pool pool =
        Pool.of(
            "1",
            List.of(
                Feature.keyword("f1", "专业办理各类证件加微信联系", other),
                Feature.keyword("f2", "专业办理各类证件，加微信联系", other),
                Feature.keyword("f3", "您的快递丢失请点击链接理赔", other)));
    assertThat(NearDuplicates.among(pool, 0.9)).containsExactly(new Pair("f1", "f2", 1));
  }

  @Test
  void readsItsOwnText() {
    SimHash hash = SimHash.of(RUMOUR);
    assertThat(SimHash.parse(hash.toString())).isEqualTo(hash);
    assertThatThrownBy(() -> SimHash.parse("12")).isInstanceOf(IllegalArgumentException.class);
  }
}
