package io.assay.preview;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.LedgerEntry;
import io.assay.office.exchange.ExchangeSummary;
import io.assay.office.exchange.Totals;
import io.assay.office.overview.Age;
import io.assay.office.overview.Bars;
import io.assay.office.overview.ExchangeRow;
import io.assay.office.overview.Overview;
import io.assay.office.overview.SystemFacts;
import io.assay.office.overview.Way;
import io.assay.office.overview.Window;
import io.assay.office.web.Site;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges that never happened, of every kind that can. */
final class Samples {
  static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 21, 19, 24, 31, 482_000_000, Site.ZONE);
  private static final String COMMITMENT =
      "9f2c41d07be6a1539c0e8db1c7f40aa36e5d0b72f1984c6d23ab57e0914fc8d6";

  private Samples() {}

  static Overview overview(boolean empty, long gaps) {
    return empty
        ? new Overview(
            Window.DAY,
            new Totals(0, 0, 0, 0, 0, 0, 0, 0),
            0,
            0,
            List.of(),
            new SystemFacts(0, 0, "", "", null))
        : new Overview(
            Window.DAY,
            new Totals(39_871, 1_036, 640, 82, 190, 3, 39_871 - gaps, gaps),
            24,
            96,
            rows().subList(0, 8),
            new SystemFacts(125_466, 125_464, "", "2026.11.21-3", new Age("now", 0)));
  }

  static Bars bars(boolean empty) {
    List<String> minutes = new ArrayList<>();
    List<List<Long>> counts = List.of(list(), list(), list(), list());
    for (int back = 59; back >= 0; back--) {
      minutes.add(NOW.minusMinutes(back).format(DateTimeFormatter.ofPattern("HH:mm")));
      long wave = Math.round(22 + 9 * Math.sin(back / 7.0) + (back * 7 % 5));
      counts.get(0).add(empty ? 0 : wave);
      counts.get(1).add(empty ? 0 : (long) (back * 13 % 4));
      counts.get(2).add(empty ? 0 : (long) (back % 9 == 0 ? 2 : 0));
      counts.get(3).add(empty ? 0 : (long) (back == 17 || back == 16 ? 4 : 0));
    }
    return new Bars(minutes, counts.get(0), counts.get(1), counts.get(2), counts.get(3));
  }

  static List<ExchangeRow> rows() {
    return List.of(
        row(0, null, "chat", "qwen3-32b", 0, 0),
        row(2, Outcome.DELIVERED, "chat", "qwen3-32b", 1_243_118, 2),
        row(5, Outcome.DELIVERED, "image", "wanx-2.5-t2i", 8_730_402, 3),
        row(9, Outcome.BLOCKED_INPUT, "chat", "qwen3-32b", 2_871, 0),
        row(14, Outcome.DELIVERED, "speech", "cosyvoice-3", 2_190_733, 2),
        row(21, Outcome.BLOCKED_OUTPUT, "chat", "deepseek-v3.2", 911_406, 0),
        row(33, Outcome.REFUSED, "image", "wanx-2.5-t2i", 412, 0),
        row(41, Outcome.DELIVERED, "chat", "qwen3-32b", 1_871_220, 0),
        row(58, Outcome.FAILED, "chat", "deepseek-v3.2", 30_004_211, 0),
        row(74, Outcome.ABANDONED, "chat", "qwen3-32b", 640_100, 0),
        row(80, Outcome.DELIVERED, "chat", "qwen3-32b", 1_102_448, 2));
  }

  static Way way(String id) {
    ExchangeRow row =
        rows().stream().filter(it -> it.id().equals(id)).findFirst().orElse(rows().get(1));
    ExchangeSummary summary = row.summary();
    return new Way(
        switch (row.state()) {
          case "OPEN" -> open(summary);
          case "BLOCKED_INPUT" -> blocked(summary);
          case "REFUSED" -> refused(summary);
          default -> delivered(summary);
        });
  }

  private static ExchangeDetail open(ExchangeSummary summary) {
    return new ExchangeDetail(
        summary,
        true,
        "",
        "",
        "",
        "",
        new Measure("text", 1_240, COMMITMENT),
        Measure.NOTHING,
        Reviewed.NOTHING,
        List.of(),
        List.of(),
        ledger(summary).subList(0, 1),
        ExchangeDetail.Files.NONE,
        "",
        "");
  }

  private static ExchangeDetail delivered(ExchangeSummary summary) {
    long total = summary.tookMicros();
    List<StepRecord> steps =
        List.of(
            step(Name.CALLER, Decision.PASS, "key ak_7f3c", 0, 180),
            step(Name.STANDING, Decision.PASS, "real identity verified", 180, 95),
            step(Name.INPUT_REVIEW, Decision.PASS, "reviewed 1240 of 1240 characters", 275, 2_610),
            step(Name.UPSTREAM, Decision.DONE, "answered", 2_885, total * 7 / 10),
            step(
                Name.OUTPUT_REVIEW,
                Decision.PASS,
                "reviewed 3512 of 3512 characters",
                total / 5,
                total * 13 / 20),
            step(
                Name.MARK,
                Decision.DONE,
                "explicit and implicit labels written",
                total * 17 / 20,
                total / 20),
            step(
                Name.READ_BACK,
                Decision.PASS,
                summary.labels() + " labels found again",
                total * 9 / 10,
                total / 40),
            step(
                Name.RECORD,
                Decision.DONE,
                "this entry, on the disk first",
                total * 37 / 40,
                total / 25),
            step(
                Name.DELIVER,
                Decision.DONE,
                "then through the exit chat.stream",
                total * 29 / 30,
                total / 30));
    List<LabelRecord> labels =
        summary.labels() == 0
            ? List.of()
            : List.of(
                new LabelRecord(
                    "EXPLICIT", "text-statement", "choices[0].content", "found at character 0"),
                new LabelRecord(
                    "IMPLICIT", "response-field", "assay.label.AIGC", "91110108-7f3c2a9e41"));
    return new ExchangeDetail(
        summary,
        true,
        "",
        "chat.stream",
        "2026.11.21-3",
        "91110108-7f3c2a9e41",
        new Measure("text", 1_240, COMMITMENT),
        new Measure("text", 3_512, COMMITMENT),
        new Reviewed(1_240, 1_240, 3_512, 3_512),
        steps,
        labels,
        ledger(summary),
        ExchangeDetail.Files.NONE,
        "",
        "");
  }

  private static ExchangeDetail blocked(ExchangeSummary summary) {
    StepRecord review =
        new StepRecord(
            Name.INPUT_REVIEW,
            Decision.BLOCK,
            "reviewed 512 of 512 characters",
            262,
            2_402,
            List.of(
                finding("KW-000412", 7, "A.1.3", 118, 126, "CASE_WIDTH+HOMOGLYPH"),
                finding("RX-000031", 2, "N.4", 402, 431, "")));
    List<StepRecord> steps =
        List.of(
            step(Name.CALLER, Decision.PASS, "key ak_7f3c", 0, 171),
            step(Name.STANDING, Decision.PASS, "real identity verified", 171, 91),
            review,
            step(Name.UPSTREAM, Decision.SKIP, "", 2_664, 0),
            step(Name.OUTPUT_REVIEW, Decision.SKIP, "", 2_664, 0),
            step(Name.MARK, Decision.SKIP, "", 2_664, 0),
            step(Name.READ_BACK, Decision.SKIP, "", 2_664, 0),
            step(Name.RECORD, Decision.DONE, "refusal recorded", 2_664, 198),
            step(Name.DELIVER, Decision.SKIP, "", 2_862, 0));
    return stopped(summary, "content_policy_violation", new Reviewed(512, 512, 0, 0), steps);
  }

  private static ExchangeDetail refused(ExchangeSummary summary) {
    List<StepRecord> steps =
        List.of(
            step(Name.CALLER, Decision.PASS, "key ak_7f3c", 0, 160),
            step(Name.STANDING, Decision.REFUSE, "real identity not verified", 160, 70),
            step(Name.RECORD, Decision.DONE, "refusal recorded", 230, 182));
    return stopped(summary, "identity_required", Reviewed.NOTHING, steps);
  }

  private static ExchangeDetail stopped(
      ExchangeSummary summary, String code, Reviewed reviewed, List<StepRecord> steps) {
    return new ExchangeDetail(
        summary,
        false,
        code,
        "",
        "2026.11.21-3",
        "",
        Measure.NOTHING,
        Measure.NOTHING,
        reviewed,
        steps,
        List.of(),
        ledger(summary),
        ExchangeDetail.Files.NONE,
        "",
        "");
  }

  private static List<LedgerEntry> ledger(ExchangeSummary summary) {
    String json =
        "{\"capability\":\"%s\",\"exchange\":\"%s\",\"steps\":[]}"
            .formatted(summary.origin().capability(), summary.id());
    return List.of(
        new LedgerEntry("exchange.received", "gw-1", 125_464, json),
        new LedgerEntry("exchange.closed", "gw-1", 125_465, json));
  }

  private static FindingRecord finding(
      String feature, long version, String category, long start, long end, String layers) {
    return new FindingRecord(
        feature, version, category, "messages[1].content", start, end, layers, "");
  }

  private static StepRecord step(Name name, Decision decision, String reason, long at, long took) {
    return new StepRecord(name, decision, reason, at, took, List.of());
  }

  private static ExchangeRow row(
      int ago,
      @Nullable Outcome outcome,
      String capability,
      String model,
      long micros,
      int labels) {
    Origin origin =
        new Origin(
            "example",
            "ak_7f3c",
            "user-" + (4_000 + ago * 7),
            endpoint(capability),
            capability,
            model);
    Instant at = NOW.minusSeconds(ago).toInstant();
    return new ExchangeRow(
        new ExchangeSummary(
            "ex_01kajq%04dm8w2".formatted(9_000 - ago),
            at,
            Optional.ofNullable(outcome).map(it -> at.plusMillis(micros / 1_000)),
            Optional.ofNullable(outcome),
            origin,
            micros,
            labels));
  }

  private static String endpoint(String capability) {
    return switch (capability) {
      case "image" -> "/v1/images/generations";
      case "speech" -> "/v1/audio/speech";
      default -> "/v1/chat/completions";
    };
  }

  private static List<Long> list() {
    return new ArrayList<>();
  }
}
