package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first example of the README, which compiles and does what its comments say. */
class ReadmeTest {

  @Test
  void doesWhatItsCommentsSay() {
    String delta = "今天";
    List<Feature> added = List.of();
    Set<String> removedIds = Set.of();
    Pool pool =
        Pool.of(
            "2026-11-21",
            List.of(
                Feature.keyword("g-1", "赌博", Category.of("I.9"))
                    .with(Matching.standard().except("禁止赌博"))));
    Reviewer reviewer = Reviewer.of(pool);

    Verdict verdict = reviewer.review("来玩賭*博", Context.input());

    StreamReview stream = reviewer.open(Context.output());
    String now = stream.append("choice0.content", delta);
    String rest = stream.finish("choice0.content");
    boolean stop = stream.blocked();

    reviewer.install(pool.with("2026-11-22", added, removedIds));
    assertThat(verdict).isInstanceOf(Verdict.Block.class);
    assertThat(verdict.findings().getFirst().layers())
        .containsExactlyInAnyOrder(Layer.VARIANT, Layer.SEPARATOR);
    assertThat(now + rest).isEqualTo(delta);
    assertThat(stop).isFalse();
    assertThat(reviewer.pool().version()).isEqualTo("2026-11-22");
  }

  @Test
  void isWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String own = Files.readString(Path.of("src/test/java/io/assay/review/ReadmeTest.java"));
    String shown = readme.substring(readme.indexOf("```java") + 7, readme.indexOf("```\n\nWhat"));
    assertThat(code(shown)).hasSizeGreaterThan(300);
    assertThat(code(own)).contains(code(shown));
  }

  /** Java without comments to the end of a line and without space. */
  private static String code(String java) {
    return java.replaceAll("// .*", "").replaceAll("\\s", "");
  }
}
