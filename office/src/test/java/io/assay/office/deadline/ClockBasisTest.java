package io.assay.office.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page shows when something is due, or a limit, without what it rests on beside it. */
class ClockBasisTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final List<Pattern> CLOCKS =
      List.of(
          Pattern.compile("deadline/parts :: limit\\("),
          Pattern.compile("deadline/parts :: state\\("),
          Pattern.compile("(moment\\(\\$\\{|local\\()[\\w.]+\\.due(At)?\\(\\)"));
  private static final Pattern BASIS =
      Pattern.compile("deadline/parts :: basis\\(|deadline\\.basis\\.\\$|basis\\.policy");

  static List<Path> templates() {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(it -> it.toString().endsWith(".html"))
          .filter(it -> clocks(it) > 0)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyClock_hasItsBasisBeside(Path template) {
    assertThat(count(BASIS, template)).isGreaterThanOrEqualTo(clocks(template));
  }

  @Test
  void findsThePagesWithClocks() {
    assertThat(templates()).hasSizeGreaterThan(5);
  }

  private static int clocks(Path template) {
    return CLOCKS.stream().flatMapToInt(it -> IntStream.of(count(it, template))).max().orElse(0);
  }

  private static int count(Pattern pattern, Path template) {
    try {
      return (int) pattern.matcher(Files.readString(template)).results().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
