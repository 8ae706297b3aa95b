package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without layers a word is found exactly where the text says it. */
class PlainSearchTest {

  private static final Rule RULE = Rule.of(Category.of("I.11")).with(Disposition.NEGATIVE_WARN);

  @ParameterizedTest
  @CsvSource({"3, 40, 12", "12, 400, 6", "40, 3000, 3", "40, 3000, 9", "400, 5000, 4", "400, 1, 1"})
  void findsTheWordsThatTheTextHolds(int characters, int words, int longest) {
    Random random = new Random(characters + words + longest);
    Set<String> terms = new TreeSet<>();
    for (int i = 0; i < words; i++) {
      terms.add(text(random, characters, 1 + random.nextInt(longest)));
    }
    Matching plain = Matching.standard().with(Layers.none());
    List<Feature> features =
        terms.stream()
            .map(term -> Feature.of(term, new Characteristic.Keyword(term), RULE).with(plain))
            .toList();
    Reviewer reviewer = Reviewer.of(Pool.of("1", features));
    for (int length : new int[] {1, 2, 5, 9, 63, 64, 65, 400, 1_023, 1_024, 1_033, 5_000}) {
      String text = text(random, characters, length);
      assertThat(found(reviewer, text))
          .isEqualTo(terms.stream().filter(text::contains).collect(Collectors.toSet()));
    }
  }

  private static String text(Random random, int characters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('一' + random.nextInt(characters) * 7));
    }
    return text.toString();
  }

  private static Set<String> found(Reviewer reviewer, String text) {
    return reviewer.review(text, Context.input()).findings().stream()
        .map(finding -> finding.feature().id())
        .collect(Collectors.toSet());
  }
}
