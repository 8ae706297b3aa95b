package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Characteristic.Combination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewerTest {

  private static final Category GAMBLING = Category.of("I.9");
  private static final Category VULGAR = Category.of("N.7");

  private static Verdict review(String text, Feature... features) {
    return Reviewer.of(Pool.of("1", List.of(features))).review(text, Context.input());
  }

  private static Feature keyword(String text) {
    return Feature.keyword(text, text, GAMBLING);
  }

  @Test
  void namesThePlaceTheFeatureAndTheLayers() {
    Verdict verdict = review("这里有赌*博网站", keyword("赌博"));

    assertThat(verdict).isInstanceOf(Verdict.Block.class);
    assertThat(verdict.reviewed().characters()).isEqualTo(8);
    Finding finding = verdict.findings().getFirst();
    assertThat(finding.where()).isEqualTo(new Location.Span("", 3, 6));
    assertThat(finding.matched()).isEqualTo("赌*博");
    assertThat(finding.layers()).containsExactly(Layer.SEPARATOR);
    assertThat(finding.why()).contains("赌博").contains("SEPARATOR");
  }

  @Test
  void passesWhatHoldsNoFeature() {
    assertThat(review("今天天气很好。", keyword("赌博"))).isInstanceOf(Verdict.Pass.class);
  }

  @ParameterizedTest
  @CsvSource({
    "AV, java and wav files, 0",
    "AV, 看AV片, 1",
    "AV, the AV1 codec, 0",
    "AV, an av_x file, 0",
    "AV, x_av, 0",
    "AV, 1AV, 0",
    "AV, see _AV_ now, 1",
    "AV, 看AV一次, 1",
    "AV, ＡＶ, 1",
    "AV, А𝐕, 1",
    "赌博, 我爱打赌。博物馆也好, 0",
    "赌博, 賭博, 1",
    "赌博, 赌\u200b博, 1",
    "赌博, 赌\u0335博, 1",
    "赌博, 他爱打赌 博客也写, 0",
    "赌博, 网上赌 博平台, 1",
    "赌博, 赌赌赌博博, 1",
    "法轮功, 法法轮轮功, 1",
    "888, 88, 0",
    "888, 888, 1",
    "13800138000, ①③800①38000, 1",
    "13800138000, 138-0013-8000, 1",
    "13800138000, 一三八零零一三八零零零, 1",
    "12345, 1122334455, 0",
    "110, 13911034567, 0",
    "hell, he'll do it, 0",
    "god, good, 0",
    "casino, c.a.s.i.n.o, 1",
    "casino, 𝓬𝓪𝓼𝓲𝓷𝓸, 1",
    "casino, caaaasino, 1",
    "casino, cas1no, 0",
    "casino, ⓒⓐⓢⓘⓝⓞ, 1",
    "C++, C 语言, 0",
    "C++, 学C++吧, 1",
    "一夜情, 1夜情, 1",
    "赌博, '赌(博)', 1",
    "赌博, 赌🎲博, 1",
    "therapist, the rapist, 0",
    "hello world, say hello  world now, 1"
  })
  void findsAKeywordInDisguiseAndLeavesOrdinaryTextAlone(String keyword, String text, int hits) {
    assertThat(review(text, keyword(keyword)).findings()).as(text).hasSize(hits);
  }

  @ParameterizedTest
  @CsvSource({
    "casino, c*a*s*1*n*o",
    "casino, c.4.s.i.n.o",
    "赌博, d u b o",
    "赌博, 毒*搏",
    "赌博, du-博",
    "赌博, JUU4JUI1JThDJUU1JThEJTlB",
    "赌博, %26%2336172%3B%26%2321338%3B",
    "真实, zensi",
    "中国福利彩票, zongguofulicaipiao"
  })
  void findsDisguisesWithinDisguises_whenTheirLayersAreOn(String keyword, String text) {
    Feature feature = keyword(keyword).with(Matching.standard().with(Layers.all()));

    assertThat(review(text, feature).findings()).as(text).hasSize(1);
  }

  @Test
  void readsVerticalWriting() {
    assertThat(review("法\n轮\n功", keyword("法轮功")).findings()).hasSize(1);
    assertThat(review("我喜欢打赌\n博物馆很好", keyword("赌博")).findings()).isEmpty();
  }

  @Test
  void letsTheLongestExceptionWin_andStillSeesTheNextHit() {
    Feature feature = keyword("赌博").with(Matching.standard().except("禁止赌博", "反赌博罪"));

    assertThat(review("禁止赌博", feature).findings()).isEmpty();
    assertThat(review("禁止赌博赌博", feature).findings()).hasSize(1);
    assertThat(review("赌博", feature).findings()).hasSize(1);
    assertThat(review("反赌博罪。反赌博", feature).findings()).hasSize(1);
  }

  @Test
  void respectsTheLayersOfAFeature() {
    Feature exact = keyword("赌博").with(Matching.standard().with(Layers.none()));
    Feature noSeparator =
        keyword("赌博").with(Matching.standard().with(Layers.core().without(Layer.SEPARATOR)));

    assertThat(review("賭博 赌*博", exact).findings()).isEmpty();
    assertThat(review("赌博", exact).findings()).hasSize(1);
    assertThat(review("賭博 赌*博", noSeparator).findings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "唰丹反拥, HOLD",
    "shuā dān fǎn yòng, HOLD",
    "shuadanfanyong, HOLD",
    "刷丹反拥, BLOCK",
    "刷单fan佣, BLOCK",
    "唰丹反拥，伯才罔占, BLOCK"
  })
  void holdsWhatOnlySoundsLikeAKeyword_unlessACharacterOrAnotherHitStandsBeside(
      String text, Effect effect) {
    Matching all = Matching.standard().with(Layers.all());
    Verdict verdict = review(text, keyword("刷单返佣").with(all), keyword("博彩网站").with(all));

    assertThat(verdict.findings()).isNotEmpty();
    assertThat(verdict.findings()).extracting(Finding::effect).containsOnly(effect);
  }

  @Test
  void findsACombinationWithinItsDistance() {
    Feature near = Feature.of("c", new Combination(List.of("代开", "发票"), 10), Rule.of(GAMBLING));

    assertThat(review("发票可以代开", near).findings()).hasSize(1);
    assertThat(review("代开各种各样的很多很多的发票", near).findings()).isEmpty();
    assertThat(review("代开", near).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "加.{0,3}微信 ; 请加我的微信号 ; 1",
        "加.{0,3}微信 ; 微信支付 ; 0",
        "1[3-9]\\d{9} ; 打13800138000吧 ; 1",
        "(?i)buy\\s{1,9}(pills|weed) ; You can BUY  Weed here ; 1",
        "\\bxx\\b ; axx xxb ; 0",
        "^abc$ ; abc ; 1",
        "^abc$ ; xabc ; 0",
        "[a-z]{1,30}@[a-z]{1,30}\\.com ; mail joe@example.com now ; 1",
        "(foo|bar)\\d{1,9} ; bar42 foo7 ; 2",
        "a{0,9}b ; aaab ; 1"
      })
  void findsExpressions(String pattern, String text, int hits) {
    Feature feature = Feature.of("x", new Characteristic.Expression(pattern), Rule.of(GAMBLING));

    assertThat(review(text, feature).findings()).hasSize(hits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JOE@mail",
        "ｊｏｅ@ｍａｉｌ",
        "j\\u200boe@mail",
        "jo\\u0335e@mail",
        "𝓳𝓸𝓮@mail",
        "j%6Fe%40mail",
        "j%256Fe@mail"
      })
  void findsExpressionsInTheFoldedText_whenTheirLayersGoBeyondTheUsual(String escaped) {
    String text = escaped.replace("\\u200b", "\u200b").replace("\\u0335", "\u0335");
    Feature usual =
        Feature.of("x", new Characteristic.Expression("joe@[a-z]{1,40}"), Rule.of(GAMBLING));
    Feature asked = usual.with(Matching.standard().with(Layers.all()));
    Feature noLooks = usual.with(Matching.standard().with(Layers.all().without(Layer.CASE_WIDTH)));

    assertThat(review("请写" + text, asked).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).isEqualTo(new Location.Span("", 2, 2 + text.length()));
              assertThat(finding.layers()).isNotEmpty();
            });
    assertThat(review("请写" + text, usual).findings()).isEmpty();
    assertThat(review("请写JOE@mail", noLooks).findings()).isEmpty();
    assertThat(review("请写joe@mail", asked).findings()).hasSize(1);
  }

  @Test
  void weighsTheDispositionTheModeTheScopeAndTheExpiry() {
    Feature feature = Feature.keyword("k", "低俗", VULGAR);
    Rule rule = feature.rule();

    assertThat(review("低俗", feature)).isInstanceOf(Verdict.Block.class);
    assertThat(review("低俗", feature.with(rule.with(Disposition.NEGATIVE_WARN))))
        .isInstanceOfSatisfying(Verdict.Pass.class, pass -> assertThat(pass.findings()).hasSize(1));
    assertThat(review("低俗", feature.with(rule.with(Disposition.REVIEW))))
        .isInstanceOf(Verdict.Hold.class);
    assertThat(review("低俗", feature.with(rule.with(Mode.SHADOW))).findings())
        .extracting(Finding::effect)
        .containsExactly(Effect.NOTED);
    assertThat(review("低俗", feature.with(rule.with(Scope.of(Direction.OUTPUT)))).findings())
        .isEmpty();
    Entry expired = new Entry("", "", "", "", Optional.of(Instant.EPOCH));
    assertThat(review("低俗", feature.with(expired)).findings()).isEmpty();
  }

  @Test
  void showsAnInstalledPoolAtOnce_andRollsBack() {
    Pool first = Pool.of("1", List.of(keyword("赌博")));
    Pool second = first.with("2", List.of(keyword("彩票")), Set.of("赌博"));
    Reviewer reviewer = Reviewer.of(first);
    StreamReview begun = reviewer.open(Context.input());

    reviewer.install(second);
    assertThat(reviewer.review("赌博", Context.input()).findings()).isEmpty();
    Verdict verdict = reviewer.review("彩票", Context.input());
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.reviewed().poolVersion()).isEqualTo("2");
    begun.append("", "赌博");
    begun.finish();
    assertThat(begun.verdict().reviewed().poolVersion()).isEqualTo("1");
    assertThat(begun.verdict().findings()).hasSize(1);

    reviewer.install(first);
    assertThat(reviewer.review("赌博彩票", Context.input()).findings()).hasSize(1);
  }

  @Test
  void releasesWhatNothingCanCover() {
    StreamReview stream =
        Reviewer.of(Pool.of("1", List.of(keyword("赌博网站")))).open(Context.output());

    assertThat(stream.append("choice0", "今天去赌")).isEqualTo("今天去");
    assertThat(stream.append("choice0", "博")).isEmpty();
    assertThat(stream.append("choice0", "物馆")).isEqualTo("赌博物馆");
    assertThat(stream.append("reasoning", "赌博网")).isEmpty();
    assertThat(stream.blocked()).isFalse();
    assertThat(stream.append("reasoning", "站。")).isEmpty();
    assertThat(stream.blocked()).isTrue();
    assertThat(stream.append("choice0", "再见")).isEmpty();
    stream.finish("choice0");
    stream.finish("reasoning");
    assertThat(stream.verdict().findings().getFirst().where())
        .isEqualTo(new Location.Span("reasoning", 0, 4));
    assertThat(stream.charactersReviewed()).isEqualTo(14);
  }

  @Test
  void refusesToEndSeveralStreamsAsOne() {
    StreamReview stream = Reviewer.of(Pool.empty()).open(Context.output());
    stream.append("a", "x");
    stream.append("b", "y");

    assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
  }
}
