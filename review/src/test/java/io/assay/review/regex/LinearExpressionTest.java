package io.assay.review.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Category;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Context;
import io.assay.review.Feature;
import io.assay.review.Location.Span;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.StreamReview;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearExpressionTest {

  @ParameterizedTest
  @ValueSource(strings = {"赌.*博", "a+", "(ab){2,}", "[a-z]{600}", "(.{0,300}x){2}", "\\pL*"})
  void refusesAnExpressionWhoseMatchMayBeTooLong(String expression) {
    assertThatThrownBy(() -> new Expression(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/" + expression + "/ may have more than 1023 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "a(?=b)", "(a)\\1"})
  void refusesWhatIsNoLinearExpression(String expression) {
    assertThatThrownBy(() -> new Expression(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a linear-time expression");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 2_000})
  void findsTheLongestMatch_inAStreamToo(int chunk) {
    Feature feature =
        Feature.of("x", new Expression("起\\d{0,1000}\\D{0,10}终"), Rule.of(Category.of("I.9")));
    String match = "起" + "7".repeat(1_000) + "*".repeat(10) + "终";
    String text = "8".repeat(600) + match + "9".repeat(600);
    Reviewer reviewer = Reviewer.of(Pool.of("1", List.of(feature)));
    StreamReview stream = reviewer.open(Context.input());
    for (int i = 0; i < text.length(); i += chunk) {
      stream.append("", text.substring(i, Math.min(text.length(), i + chunk)));
    }
    stream.finish();

    assertThat(stream.verdict().findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.where()).isEqualTo(new Span("", 600, 600 + match.length())));
    assertThat(stream.verdict()).isEqualTo(reviewer.review(text, Context.input()));
  }
}
