package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prints what it counts. */
class EvasionTest {

  private record Case(
      String tier, String kind, String category, String pattern, String exceptions, String text) {

    static Case parse(String line) {
      String[] cells = line.split("\t", -1);
      String text = cells[5].translateEscapes();
      return new Case(cells[0], cells[1], cells[2], cells[3], cells[4], text);
    }

    boolean core() {
      return tier.equals("core");
    }

    boolean trap() {
      return kind.equals("clear");
    }

    boolean found(Layers layers) {
      List<String> allowed = exceptions.isEmpty() ? List.of() : List.of(exceptions.split("\\|"));
      return !Trial.run(List.of(pattern), allowed, layers, text).isEmpty();
    }
  }

  private static List<Case> cases = List.of();

  @BeforeAll
  static void read() throws IOException {
    cases =
        Files.readAllLines(Path.of("src/test/resources/evasion/cases.tsv")).stream()
            .map(Case::parse)
            .toList();
  }

  @Test
  void holdsFiveHundredCases() {
    assertThat(cases).hasSizeGreaterThanOrEqualTo(500);
  }

  @Test
  void findsTheCoreEvasions_andLeavesTheCoreTrapsAlone() {
    List<Case> missed = select(c -> c.core() && !c.trap() && !c.found(Layers.core()));
    List<Case> fired = select(c -> c.core() && c.trap() && c.found(Layers.core()));
    double positives = select(c -> c.core() && !c.trap()).size();
    double hits = positives - missed.size();
    System.out.printf(
        "core: %.0f of %.0f found, %d of %d traps fired%n",
        hits, positives, fired.size(), select(c -> c.core() && c.trap()).size());

    assertThat(hits / positives).as("recall, missed %s", missed).isGreaterThanOrEqualTo(0.99);
    assertThat(hits / (hits + fired.size()))
        .as("precision, %s", fired)
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsTheHardEvasions_whenTheirLayersAreOn() {
    List<Case> missed = select(c -> !c.core() && !c.trap() && !c.found(Layers.all()));
    List<Case> fired = select(c -> !c.core() && c.trap() && c.found(Layers.all()));
    int positives = select(c -> !c.core() && !c.trap()).size();
    System.out.printf(
        "hard: %d of %d found, %d of %d traps fired%n",
        positives - missed.size(),
        positives,
        fired.size(),
        select(c -> !c.core() && c.trap()).size());

    assertThat(missed).hasSizeLessThanOrEqualTo(share(0.15, c -> !c.core() && !c.trap()));
    assertThat(fired).hasSizeLessThanOrEqualTo(share(0.10, c -> !c.core() && c.trap()));
  }

  @Test
  void leavesTheHardTrapsAlone_whenTheirLayersAreOff() {
    assertThat(select(c -> !c.core() && c.trap() && c.found(Layers.core()))).isEmpty();
  }

  private static int share(double part, Predicate<Case> of) {
    return (int) (part * select(of).size());
  }

  private static List<Case> select(Predicate<Case> wanted) {
    return new ArrayList<>(cases.stream().filter(wanted).toList());
  }
}
