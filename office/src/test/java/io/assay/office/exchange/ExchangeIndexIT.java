package io.assay.office.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.web.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExchangeIndexIT {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Measure INPUT = new Measure("text", 12, "aa");
  private static final Measure OUTPUT = new Measure("text", 40, "bb");
  private static final LabelRecord LABEL =
      new LabelRecord("EXPLICIT", "text-prefix", "start", "11 characters");
  private static final StepRecord REVIEW =
      new StepRecord(
          StepRecord.Name.INPUT_REVIEW,
          StepRecord.Decision.BLOCK,
          "keyword",
          100,
          2_400,
          List.of(new FindingRecord("kw-1", 3, "A1-a", "messages[0].content", 2, 5, "plain", "")));

  private static TestOffice office;
  private static ExchangeIndex index;

  @BeforeAll
  static void start() {
    office =
        TestOffice.start(OfficeConfig.defaults(), new TestClock(NOON.plusSeconds(1800).toString()));
    index = office.bean(ExchangeIndex.class);
    exchange("x1", 0, Outcome.DELIVERED, List.of(LABEL), "n-1");
    exchange("x2", 60, Outcome.DELIVERED, List.of(), "");
    exchange("x3", 61, Outcome.BLOCKED_INPUT, List.of(), "");
    exchange("x4", 120, Outcome.REFUSED, List.of(), "");
    exchange("x5", 121, Outcome.FAILED, List.of(), "");
    received("x6", 180);
    append("staff.signed_in", 181, Map.of("actor", "staff:1"));
    append("exchange.closed", 182, Map.of("note", "an entry of no known shape"));
    append("exchange.received", 183, Map.of("exchange", "odd", "model", "nul\0nul"));
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void counts() {
    assertThat(index.totals(Duration.ofHours(1))).isEqualTo(new Totals(2, 1, 1, 1, 0, 2, 1, 1));
    assertThat(index.totals(Duration.ofMinutes(29))).isEqualTo(new Totals(1, 1, 1, 1, 0, 2, 0, 1));
  }

  @Test
  void showsEveryMinute_alsoTheQuietOnes() {
    List<Bar> minutes = index.bars(Duration.ofMinutes(1), 60);
    assertThat(minutes).hasSize(60);
    assertThat(minutes.getLast().start()).isEqualTo(NOON.plusSeconds(1800));
    assertThat(minutes)
        .contains(new Bar(NOON, 1, 0, 0, 0))
        .contains(new Bar(NOON.plusSeconds(60), 1, 1, 0, 0))
        .contains(new Bar(NOON.plusSeconds(120), 0, 0, 1, 1))
        .contains(new Bar(NOON.plusSeconds(600), 0, 0, 0, 0));
  }

  @Test
  void longerBarsBeginWhereTheDayDoes() {
    List<Bar> quarters = index.bars(Duration.ofHours(6), 28);
    assertThat(quarters).hasSize(28);
    assertThat(quarters)
        .allSatisfy(it -> assertThat(it.start().atZone(Site.ZONE).getHour() % 6).isZero());
    Bar last = quarters.getLast();
    assertThat(last.start()).isBeforeOrEqualTo(NOON);
    assertThat(new Bar(last.start(), 2, 1, 1, 1)).isEqualTo(last);
  }

  @Test
  void tellsTheWholeWay() {
    ExchangeDetail detail = index.find("x3").orElseThrow();
    assertThat(detail.summary().outcome()).contains(Outcome.BLOCKED_INPUT);
    assertThat(detail.summary().tookMicros()).isEqualTo(2_500);
    assertThat(detail.steps()).containsExactly(REVIEW);
    assertThat(detail.input()).isEqualTo(INPUT);
    assertThat(detail.reviewed()).isEqualTo(new Reviewed(12, 12, 40, 40));
    assertThat(detail.entries())
        .extracting(ExchangeDetail.LedgerEntry::type)
        .containsExactly("exchange.received", "exchange.closed");
    assertThat(detail.entries().getLast().json()).contains("\"exchange\":\"x3\"");
    assertThat(index.find("x1").orElseThrow().labels()).containsExactly(LABEL);
    assertThat(index.find("x6").orElseThrow().summary().outcome()).isEmpty();
    assertThat(index.find("unknown")).isEmpty();
  }

  @Test
  void filters() {
    ExchangeFilter all = ExchangeFilter.everything();
    assertThat(ids(all)).containsExactly("odd", "x6", "x5", "x4", "x3", "x2", "x1");
    assertThat(ids(filter(Optional.of(Outcome.FAILED), "", "", false))).containsExactly("x5");
    assertThat(ids(filter(Optional.empty(), "subject-x2", "", false))).containsExactly("x2");
    assertThat(ids(filter(Optional.empty(), "", "n-1", false))).containsExactly("x1");
    assertThat(ids(filter(Optional.empty(), "", "n-1-image", false))).containsExactly("x1");
    assertThat(ids(filter(Optional.empty(), "", "", true))).containsExactly("x2");
    assertThat(ids(filter(Optional.empty(), "' or true --", "", false))).isEmpty();
    assertThat(index.choices().models()).contains("model-a");
  }

  @Test
  void pages_withoutGapOrRepetition() {
    List<String> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      ExchangePage page = index.list(ExchangeFilter.everything(), after, 2);
      page.exchanges().forEach(exchange -> seen.add(exchange.id()));
      after = page.next().flatMap(cursor -> Cursor.parse(cursor.toString()));
    } while (after.isPresent());
    assertThat(seen).containsExactly("odd", "x6", "x5", "x4", "x3", "x2", "x1");
    assertThat(Cursor.parse("nonsense")).isEmpty();
    assertThat(Cursor.parse("yesterday~x")).isEmpty();
  }

  @Test
  void saysTheSame_afterARebuildAndARepetition() {
    List<ExchangeDetail> before = details();
    office.bean(Projection.class).rebuild();
    office.bean(Projection.class).catchUp();
    assertThat(details()).isEqualTo(before);
  }

  private static List<ExchangeDetail> details() {
    return ids(ExchangeFilter.everything()).stream()
        .map(id -> index.find(id).orElseThrow())
        .toList();
  }

  private static List<String> ids(ExchangeFilter filter) {
    return index.list(filter, Optional.empty(), 100).exchanges().stream()
        .map(ExchangeSummary::id)
        .toList();
  }

  private static ExchangeFilter filter(
      Optional<Outcome> outcome, String subject, String number, boolean gaps) {
    return new ExchangeFilter(
        Optional.empty(), Optional.empty(), outcome, "", "", "", "", subject, number, gaps, false);
  }

  private static void exchange(
      String id, int second, Outcome outcome, List<LabelRecord> labels, String produceId) {
    received(id, second);
    ExchangeClosed closed =
        new ExchangeClosed(
            id,
            origin(id),
            false,
            outcome,
            "",
            "",
            "pool-1",
            produceId,
            List.of(REVIEW),
            labels,
            produceId.isEmpty()
                ? List.of()
                : List.of(new ContentRecord(produceId + "-image", "{}", "ab".repeat(32))),
            OutputRecord.whole(OUTPUT),
            new Reviewed(12, 12, 40, 40),
            List.of(),
            "",
            "");
    append(ExchangeClosed.TYPE, second + 1, closed.body());
  }

  private static void received(String id, int second) {
    append(
        ExchangeReceived.TYPE,
        second,
        new ExchangeReceived(id, origin(id), false, INPUT, List.of()).body());
  }

  private static Origin origin(String id) {
    return new Origin("tnt", "key", "subject-" + id, "chat", "text", "model-a");
  }

  private static void append(String type, int second, Map<String, ?> body) {
    office
        .ledger()
        .append(Entry.of(type, NOON.plusSeconds(second), body))
        .await(Acknowledgement.DURABLE);
  }
}
