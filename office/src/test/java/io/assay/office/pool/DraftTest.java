package io.assay.office.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.approval.ActionRefusedException;
import io.assay.review.Characteristic;
import io.assay.review.Feature;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static Draft draft(String kind, String pattern, String within, String limit) {
    return new Draft(
        kind, pattern, within, limit, "I.11", "", "", "", "", "", "law", "seen in a case", "");
  }

  private static PoolFeature entered(Draft draft) {
    Instant now = Instant.parse("2026-11-21T04:00:00Z");
    return new PoolFeature(
        draft.feature("ft_1", "staff:1"),
        PoolFeature.Origin.STAFF,
        "",
        "",
        FeatureState.PROPOSED,
        "staff:1",
        null,
        now,
        null,
        now,
        null);
  }

  @Test
  void aThresholdNamesItsClassifierAndItsLabel_andSoDoesAChangeOfIt() {
    Draft draft = draft("classifier", "eyes\nknife", "", "0.5");
    assertThat(draft.feature("ft_1", "staff:1").characteristic())
        .isEqualTo(new Characteristic.ClassifierThreshold("eyes", "knife", 0.5));
    Draft change = Draft.of(entered(draft));
    assertThat(change.pattern()).isEqualTo("eyes\nknife");
    assertThat(change.limit()).isEqualTo("0.5");
  }

  @Test
  void aKeywordInsideWords_becomesAnExpressionOfItsLetters() {
    Feature feature = draft("keyword", "A.V", "true", "").feature("ft_1", "staff:1");
    assertThat(feature.characteristic()).isEqualTo(new Characteristic.Expression("(?i)A\\.V"));
  }

  @Test
  void refusesWhatCannotBeUsed_byName() {
    assertRefused(draft("keyword", " ", "", ""), "pool.draft.pattern");
    assertRefused(draft("expression", "(", "", ""), "pool.draft.pattern");
    assertRefused(draft("expression", "(a)\\1", "", ""), "pool.draft.pattern");
    assertRefused(draft("fingerprint", "00ff", "", "many"), "pool.draft.pattern");
    assertRefused(draft("frame", "x", "", ""), "pool.draft.kind");
    assertRefused(draft("classifier", "eyes", "", "0.5"), "pool.draft.pattern");
    assertRefused(draft("classifier", "eyes\nknife", "", "1.5"), "pool.draft.pattern");
    assertRefused(draft("keyword", "x".repeat(4_001), "", ""), "pool.draft.long");
    assertRefused(Draft.keyword("x", "Z.9", "law", "evidence"), "pool.draft.rule");
  }

  @Test
  void refusesAHash_thatWouldStopTheGateway() {
    String hash = "0f".repeat(32);
    assertThat(draft("image", hash, "", "31").feature("ft_1", "staff:1")).isNotNull();
    assertRefused(draft("image", hash, "", "32"), "pool.draft.pattern");
    assertRefused(draft("image", "0f0f", "", "31"), "pool.draft.pattern");
    assertRefused(draft("fingerprint", "nothing", "", "3"), "pool.draft.pattern");
    String sound = "0f0f0f0f".repeat(600);
    assertThat(draft("audio", sound, "", "0.35").feature("ft_1", "staff:1")).isNotNull();
    assertRefused(draft("audio", sound + "0", "", "0.35"), "pool.draft.pattern");
    assertRefused(draft("audio", sound, "", "0.5"), "pool.draft.pattern");
    assertRefused(draft("audio", sound, "", ""), "pool.draft.pattern");
    assertRefused(draft("audio", sound.repeat(14), "", "0.35"), "pool.draft.long");
  }

  @Test
  void aSoundSaysHowLongItIs() {
    PoolFeature sound = entered(draft("audio", "0f0f0f0f".repeat(861), "", "0.35"));
    assertThat(sound.seconds()).isBetween(9.99, 10.0);
    assertThat(sound.shown()).hasSize(401);
    assertThat(Draft.of(sound).feature("ft_2", "staff:1").characteristic())
        .isEqualTo(sound.feature().characteristic());
    assertThat(entered(draft("keyword", "word", "", "")).seconds()).isZero();
  }

  @Test
  void aChangeBeginsAsWhatItChanges() {
    PoolFeature known = entered(draft("combination", "one\ntwo", "", "12"));
    Draft change = Draft.of(known);
    assertThat(change.replaces()).isEqualTo("ft_1");
    assertThat(change.feature("ft_2", "staff:1").characteristic())
        .isEqualTo(known.feature().characteristic());
    assertThat(
            Draft.allowing(known, "one or two", "why")
                .feature("ft_2", "staff:1")
                .matching()
                .exceptions())
        .containsExactly("one or two");
  }

  @Test
  void shortWordsNeedABoundary() {
    assertThat(boundary(draft("keyword", "AV", "true", ""))).isFalse();
    assertThat(boundary(draft("expression", "(?i)\\bAV\\b", "", ""))).isTrue();
    assertThat(boundary(draft("keyword", "AV", "", ""))).isTrue();
    assertThat(boundary(draft("keyword", "x", "", ""))).isFalse();
    assertThat(boundary(draft("keyword", "java", "true", ""))).isTrue();
    assertThat(boundary(draft("keyword", "java", "true", ""), 4)).isFalse();
  }

  private static boolean boundary(Draft draft) {
    return boundary(draft, 3);
  }

  private static boolean boundary(Draft draft, int shortWord) {
    return EntryStandard.BOUNDARY.met(
        entered(draft), Optional.empty(), new Threshold(10, 1, shortWord));
  }

  private static void assertRefused(Draft draft, String code) {
    assertThatThrownBy(() -> draft.feature("ft_1", "staff:1"))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage(code);
  }
}
