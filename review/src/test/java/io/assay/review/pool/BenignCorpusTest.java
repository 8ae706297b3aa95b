package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.Characteristic.Keyword;
import io.assay.review.Context;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import io.assay.review.pool.Sample.Truth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BenignCorpusTest {

  private static final Pool POOL = StarterPool.load();
  private static final List<String> SENTENCES = sentences();

  @Test
  void starterPoolBlocksNoneOfIt_andHoldsLittle() {
    assertThat(SENTENCES).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    List<Sample> corpus = new ArrayList<>();
    for (int i = 0; i < SENTENCES.size(); i++) {
      corpus.add(new Sample("in-" + i, SENTENCES.get(i), Context.input(), Truth.BENIGN));
      corpus.add(new Sample("out-" + i, SENTENCES.get(i), Context.output(), Truth.BENIGN));
    }
    ReplayReport report =
        new Replay(Pool.empty(), POOL, Reviewer::of).over(corpus.stream(), corpus.size());

    assertThat(report.overBlockAfter())
        .as("%s", report.benign().examples())
        .isEqualTo(new Rate(0, corpus.size()));
    assertThat(report.overHoldAfter().value())
        .as("%s", report.benign().examples())
        .isLessThan(0.005);
  }

  @Test
  void starterPoolBlocksNoneOfIt_asOneText() {
    Verdict verdict = Reviewer.of(POOL).review(String.join("\n", SENTENCES), Context.input());
    assertThat(verdict).as("%s", verdict.findings()).isNotInstanceOf(Verdict.Block.class);
  }

  @Test
  void starterPoolFindsEveryKeywordOfItsOwn() {
    Reviewer reviewer = Reviewer.of(POOL);
    List<String> missed = new ArrayList<>();
    POOL.features()
        .forEach(
            feature -> {
              if (feature.characteristic() instanceof Keyword keyword
                  && reviewer.review(keyword.text(), Context.output()).findings().stream()
                      .noneMatch(found -> found.feature().id().equals(feature.id()))) {
                missed.add(keyword.text());
              }
            });
    assertThat(missed).isEmpty();
  }

  private static List<String> sentences() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("chinese", "english")) {
      try (InputStream in =
              Objects.requireNonNull(
                  BenignCorpusTest.class.getResourceAsStream("/golden/benign/" + name + ".txt"));
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines.lines().forEach(all::add);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return all;
  }
}
