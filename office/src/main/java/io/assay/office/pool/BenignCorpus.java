package io.assay.office.pool;

import io.assay.review.Context;
import io.assay.review.pool.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Ordinary sentences that no feature should block, each as input and as output. */
final class BenignCorpus {
  private static final List<String> FILES = List.of("benign-chinese.txt", "benign-english.txt");

  private BenignCorpus() {}

  static List<Sample> load() {
    return FILES.stream().flatMap(BenignCorpus::samples).toList();
  }

  private static Stream<Sample> samples(String file) {
    String name = file.substring(0, file.indexOf('.'));
    List<String> lines = lines(file);
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .flatMap(
            i ->
                Stream.of(Context.input(), Context.output())
                    .map(
                        context ->
                            new Sample(
                                name + "-" + (i + 1), lines.get(i), context, Sample.Truth.BENIGN)));
  }

  private static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(BenignCorpus.class.getResourceAsStream(file));
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
