package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.ReviewException;
import io.assay.review.classifier.LinearModel.Contribution;
import io.assay.review.classifier.LinearTraining.Settings;
import io.assay.review.classifier.LinearTraining.Trained;
import io.assay.review.classifier.Outcome.Scored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  private static final Settings SETTINGS = new Settings(14, 5, 1, 5);
  private static final List<Decision> DECISIONS = decisions();
  private static final Trained TRAINED = LinearTraining.train("linear", DECISIONS, SETTINGS);

  @Test
  void tellsWhatItLearnedFromWhatItDidNotSee() {
    assertThat(TRAINED.quality())
        .hasEntrySatisfying(
            "fraud",
            quality -> {
              assertThat(quality.area()).isGreaterThan(0.99);
              assertThat(quality.brier()).isLessThan(0.05);
            });
    assertThat(score("先付保证金再放款的贷款", "fraud")).isGreaterThan(0.8);
    assertThat(score("今天的晚饭很好吃", "fraud")).isLessThan(0.2);
  }

  @Test
  void findsAShortPassageInALongText() {
    String text = "今天的晚饭很好吃，".repeat(300) + "先付保证金再放款的贷款" + "散步很开心，".repeat(300);
    assertThat(score(text, "fraud")).isGreaterThan(score("今天的晚饭很好吃，".repeat(300), "fraud"));
  }

  @Test
  void explainsItsScoreByNgramsOfTheText() {
    List<Contribution> reasons = TRAINED.model().explain("晚饭后谈先付保证金的事", "fraud", 5);
    assertThat(reasons).hasSize(5);
    assertThat(reasons.getFirst().weight()).isPositive();
    assertThat("晚饭后谈先付保证金的事").contains(reasons.getFirst().ngram());
    assertThat("先付保证金").contains(reasons.getFirst().ngram());
  }

  @Test
  void isTheSameModel_fromTheSameDecisions() {
    Trained again = LinearTraining.train("linear", DECISIONS, SETTINGS);
    assertThat(again.model().version()).isEqualTo(TRAINED.model().version());
    Trained other = LinearTraining.train("linear", DECISIONS.subList(0, 350), SETTINGS);
    assertThat(other.model().version()).isNotEqualTo(TRAINED.model().version());
  }

  @Test
  void lacksALabelThatHasTooFewDecisions_andSaysSo() {
    assertThat(TRAINED.lacking()).containsOnlyKeys("rare");
    assertThat(TRAINED.model().labels()).containsExactly("fraud");
  }

  @Test
  void readsBackFromItsFile() {
    LinearModel read = LinearModelFile.read(new ByteArrayInputStream(file()));
    assertThat(read.version()).isEqualTo(TRAINED.model().version());
    assertThat(read.classify("先付保证金")).isEqualTo(TRAINED.model().classify("先付保证金"));
  }

  @Test
  void rejectsADamagedFile() {
    byte[] file = file();
    assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length - 1)))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("ends early");
    assertThatThrownBy(() -> read(new byte[100])).isInstanceOf(ReviewException.class);
  }

  private static LinearModel read(byte[] file) {
    return LinearModelFile.read(new ByteArrayInputStream(file));
  }

  private static byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LinearModelFile.write(TRAINED.model(), out);
    return out.toByteArray();
  }

  private static double score(String text, String label) {
    return ((Scored) TRAINED.model().classify(text)).score(label).orElseThrow();
  }

  /** Sentences put together from parts, a third of them about paying before a loan. */
  private static List<Decision> decisions() {
    String[] openings = {"今天", "昨天", "朋友说", "早上", "晚上", "在公园", "在公司", "听说"};
    String[] harmless = {"晚饭很好吃", "天气不错", "去看了电影", "读了一本书", "散步很开心", "开会很久", "买了一本菜谱"};
    String[] harmful = {"先付保证金再放款", "贷款先交解冻费", "放款前先付保证金", "交保证金就能贷款"};
    Random random = new Random(5);
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      boolean fraud = i % 3 == 0;
      String[] parts = fraud ? harmful : harmless;
      String text =
          openings[random.nextInt(openings.length)]
              + parts[random.nextInt(parts.length)]
              + "，"
              + harmless[random.nextInt(harmless.length)]
              + i;
      decisions.add(new Decision(text, fraud ? Set.of("fraud") : Set.of()));
    }
    decisions.add(new Decision("one of its kind", Set.of("rare")));
    return decisions;
  }
}
