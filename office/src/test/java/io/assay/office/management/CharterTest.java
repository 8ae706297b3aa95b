package io.assay.office.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  void isSound() {
    Charter charter = charter("t", "o", DAY.plusMonths(12), List.of(" C10-1 ", "", "C10-1"));
    assertThat(charter.flaw()).isEmpty();
    assertThat(charter.controls()).containsExactly("C10-1");
  }

  @Test
  void namesItsFlaw() {
    assertThat(charter(" ", "o", DAY.plusDays(1), List.of()).flaw())
        .isEqualTo("management.incomplete");
    assertThat(charter("t", "o", DAY, List.of()).flaw()).isEqualTo("management.review-date");
    assertThat(charter("t", "o", DAY.plusMonths(12).plusDays(1), List.of()).flaw())
        .isEqualTo("management.review-date");
    assertThat(charter("t", "o", DAY.plusDays(1), List.of("10-1")).flaw())
        .isEqualTo("management.control");
    assertThat(charter("t".repeat(201), "o", DAY.plusDays(1), List.of()).flaw())
        .isEqualTo("management.too-long");
  }

  @Test
  void theHashKnowsEveryPart() {
    String sha256 = charter("t", "o", DAY.plusDays(1), List.of("C10-1")).sha256();
    assertThat(sha256)
        .isNotEqualTo(charter("to", "", DAY.plusDays(1), List.of("C10-1")).sha256())
        .isNotEqualTo(charter("t", "o", DAY.plusDays(2), List.of("C10-1")).sha256())
        .isNotEqualTo(charter("t", "o", DAY.plusDays(1), List.of("C10-2")).sha256());
  }

  private static Charter charter(
      String title, String owner, LocalDate review, List<String> controls) {
    return new Charter(title, "body", owner, DAY, review, controls);
  }
}
