package io.assay.office.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The permission matrix once more, as a table: one test for each of its cells. */
class RightTest {
  private static final String MATRIX =
      """
                         SA SE AU R1 R2 PE PA CH CO PO IN
      SYSTEM_WRITE       x  .  .  .  .  .  .  .  .  .  .
      STAFF_READ         x  x  x  .  .  .  .  .  .  .  .
      STAFF_WRITE        x  .  .  .  .  .  .  .  .  .  .
      STAFF_APPROVE      .  x  .  .  .  .  .  .  .  .  .
      ACCESS_READ        .  x  x  .  .  .  .  .  x  .  .
      ACCESS_WRITE       .  x  .  .  .  .  .  .  .  .  .
      IDENTITY_READ      .  x  x  .  .  .  .  .  x  x  .
      IDENTITY_REVEAL    .  .  .  .  .  .  .  .  x  x  .
      LEDGER_READ        .  .  x  .  .  .  .  .  x  .  x
      EXCHANGE_READ      .  .  x  x  x  .  .  x  x  .  x
      CONTENT_READ       .  .  .  x  x  .  .  x  x  x  x
      DECISION_READ      .  .  x  x  x  .  .  x  x  .  x
      DECISION_WRITE     .  .  .  x  x  .  .  .  .  .  .
      DECISION_QUALITY   .  .  .  .  x  .  .  .  .  .  .
      POOL_READ          .  .  x  .  x  x  x  .  x  .  x
      POOL_WRITE         .  .  .  .  .  x  .  .  .  .  .
      POOL_APPROVE       .  .  .  .  .  .  x  .  .  .  .
      SANCTION_READ      .  .  x  x  x  .  .  x  x  .  x
      SANCTION_WRITE     .  .  .  x  x  .  .  .  .  .  .
      SUSPENSION_APPROVE .  .  .  .  x  .  .  .  .  .  .
      CLOSURE_APPROVE    .  .  .  .  .  .  .  .  x  .  .
      CASE_READ          .  .  x  .  .  .  .  x  x  .  x
      CASE_WRITE         .  .  .  .  .  .  .  x  .  .  .
      CASE_APPROVE       .  .  .  .  .  .  .  .  x  .  .
      REPORT_READ        .  .  x  .  .  .  .  x  x  .  x
      REPORT_WRITE       .  .  .  .  .  .  .  x  .  .  .
      REPORT_APPROVE     .  .  .  .  .  .  .  .  x  .  .
      DOCUMENT_READ      .  .  x  .  .  .  .  .  x  .  x
      DOCUMENT_WRITE     .  .  .  .  .  .  .  .  x  .  .
      DOCUMENT_APPROVE   .  .  .  .  .  .  .  .  x  .  .
      PUBLICATION_READ   .  .  x  x  x  .  .  x  x  .  x
      PUBLICATION_WRITE  .  .  .  .  x  .  .  x  .  .  .
      NEWS_WRITE         .  .  .  .  .  .  .  .  x  .  .
      CONTROL_READ       .  x  x  .  .  .  .  .  x  x  x
      """;

  private static final List<List<String>> ROWS =
      MATRIX.lines().skip(1).map(line -> List.of(line.strip().split(" +", -1))).toList();

  private static final List<Role> ROLES = List.of(Role.values());

  static Stream<Arguments> cells() {
    return ROWS.stream()
        .flatMap(
            row ->
                IntStream.range(0, ROLES.size())
                    .mapToObj(
                        column ->
                            Arguments.of(
                                Right.valueOf(row.getFirst()),
                                ROLES.get(column),
                                row.get(column + 1).equals("x"))));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource("cells")
  void everyCellIsAsTheTableSays(Right right, Role role, boolean held) {
    assertThat(right.heldBy(role)).isEqualTo(held);
  }

  @Test
  void theTableHasEveryRight() {
    assertThat(ROWS.stream().map(row -> Right.valueOf(row.getFirst())))
        .containsExactlyInAnyOrder(Right.values());
    assertThat(ROWS).allMatch(row -> row.size() == Role.values().length + 1);
  }

  @Test
  void nobodyWritesTheResultOfAControl() {
    assertThat(Arrays.stream(Right.values()).map(Right::name))
        .filteredOn(name -> name.startsWith("CONTROL_"))
        .containsExactly("CONTROL_READ");
  }

  @Test
  void theAuditAdministratorHoldsNothingButReading() {
    assertThat(Arrays.stream(Right.values()).filter(right -> right.heldBy(Role.AUDIT_ADMIN)))
        .allMatch(right -> right.name().endsWith("_READ"))
        .doesNotContain(Right.CONTENT_READ);
  }
}
