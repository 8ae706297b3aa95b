package io.assay.office.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NewsFormTest {
  private final NewsForm form = new NewsForm(List.of());

  @Test
  void tellsAReportByItsForm() {
    var chinese = form.detect("虚构市举办灯会", "本报虚构市11月20日电（记者张三）据悉，灯会于11月20日在中心公园开幕，发言人表示将持续五天。");
    assertThat(chinese.points()).isGreaterThanOrEqualTo(70);
    assertThat(chinese.reasons()).contains("dateline", "byline", "attribution", "officials");
    var english =
        form.detect(
            "Lantern fair opens",
            "SAMPLEVILLE, Nov 20 (Sample Wire) -- A lantern fair opened on Friday, a staff reporter"
                + " learned. A spokesperson for the park said it would last five days.");
    assertThat(english.points()).isGreaterThanOrEqualTo(70);
  }

  @Test
  void leavesStoriesAndManualsAlone() {
    assertThat(form.detect("两只狐狸", "从前有两只狐狸，住在河边。一只说：“我们分一半吧。”").points()).isLessThan(40);
    assertThat(form.detect("How to fold a kite", "Fold the paper twice, then glue.").points())
        .isZero();
  }

  @Test
  void asksEveryClassifier() {
    var asked =
        new NewsForm(
            List.of(
                new NewsClassifier() {
                  @Override
                  public String name() {
                    return "always";
                  }

                  @Override
                  public int points(String title, String text) {
                    return 90;
                  }
                }));
    assertThat(asked.detect("t", "x").points()).isEqualTo(90);
    assertThat(asked.detect("t", "x").reasons()).containsExactly("classifier always");
  }
}
