package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random pools and texts of hostile characters: every review ends, and every chunking agrees. */
class ReviewFuzz {

  private static final String ALPHABET =
      "赌博网站法轮功枪支大麻一二三aAvVcCiI1l0oO5$@!|。，、！\n\r\t *-_./&#x;%E8B5 \u200b\u202e\u0301\u20e3\ufe0f"
          + "\ud835\udc1a\ud83c\udfb2\udc00\ud800ßİﬃ㍿①⑴Ａ６LWM5Y2a=\\u8d4c";

  @Test
  void endsAndAgrees_onEveryText() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Reviewer reviewer = Reviewer.of(Pool.of("fuzz", features(random)));
      String text = text(random, 1 + random.nextInt(400));
      StreamReview stream = reviewer.open(Context.input());
      StringBuilder released = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int to = Math.min(text.length(), at + 1 + random.nextInt(9));
        released.append(stream.append("", text.substring(at, to)));
        at = to;
      }
      released.append(stream.finish());

      assertThat(stream.verdict()).as("seed %s", seed).isEqualTo(reviewer.review(text, Context.input()));
      assertThat(text).as("seed %s", seed).startsWith(released.toString());
      assertThat(stream.charactersReviewed()).isEqualTo(text.length());
    }
  }

  private static List<Feature> features(Random random) {
    List<Feature> features = new ArrayList<>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      String word = text(random, 1 + random.nextInt(5)).strip();
      if (!word.isBlank()) {
        Layers layers = List.of(Layers.none(), Layers.core(), Layers.all()).get(random.nextInt(3));
        Matching matching = Matching.standard().with(layers);
        features.add(Feature.keyword("f" + i, word, Category.of("I.11")).with(matching));
      }
    }
    return features;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      text.append(String.valueOf(c).repeat(random.nextInt(8) == 0 ? 1 + random.nextInt(5) : 1));
    }
    return text.toString();
  }
}
