package io.assay.office.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.Outcome;
import io.assay.office.Cursor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExchangeQueryTest {

  @Test
  void readsTimesInTheOfficesZone() {
    ExchangeQuery query = query("FAILED", "2026-11-21T08:00", "");
    assertThat(query.filter().from()).contains(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(query.filter().outcome()).contains(Outcome.FAILED);
    assertThat(query.any()).isTrue();
  }

  @Test
  void restrictsNothing_whenNothingOrNonsenseIsAsked() {
    ExchangeQuery query = query("NONE_SUCH", "yesterday", "");
    assertThat(query.filter().outcome()).isEmpty();
    assertThat(query.filter().from()).isEmpty();
    assertThat(query("", "", "").any()).isFalse();
  }

  @Test
  void keepsTheFilterInItsLinks() {
    Cursor last = new Cursor(Instant.parse("2026-11-21T00:00:00Z"), "ex 1&2");
    ExchangeQuery query = query("FAILED", "", "");
    assertThat(query.older(last))
        .isEqualTo("/exchanges?outcome=FAILED&before=2026-11-21T00%3A00%3A00Z~ex%201%262");
    assertThat(query.first()).isEqualTo("/exchanges?outcome=FAILED");
    assertThat(query.toggled()).isEqualTo("/exchanges?outcome=FAILED&live=off");
    assertThat(query.rows()).isEqualTo("/exchanges/rows?outcome=FAILED");
  }

  @Test
  void refreshesOnlyTheFirstPage() {
    assertThat(query("", "", "").refreshing()).isTrue();
    assertThat(query("", "", "2026-11-21T00:00:00Z~ex").refreshing()).isFalse();
  }

  private static ExchangeQuery query(String outcome, String from, String before) {
    return new ExchangeQuery(outcome, "", "", "", "", "", from, "", "", "", before, "");
  }
}
