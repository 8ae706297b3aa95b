package io.assay.preview;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.overview.Age;
import io.assay.office.overview.ExchangeRow;
import io.assay.office.overview.LedgerLine;
import io.assay.office.overview.Minutes;
import io.assay.office.overview.Overview;
import io.assay.office.overview.Overview.SystemFacts;
import io.assay.office.overview.Step;
import io.assay.office.overview.Tally;
import io.assay.office.overview.Way;
import io.assay.office.overview.Way.Content;
import io.assay.office.overview.Window;
import io.assay.office.web.Site;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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
            0,
            0,
            new Tally(0, 0),
            new Tally(0, 0),
            new Tally(0, 0),
            List.of(),
            new SystemFacts(0, "", null, null))
        : new Overview(
            Window.DAY,
            24,
            41_822,
            new Tally(1_036, 41_822),
            new Tally(39_871 - gaps, 39_871),
            new Tally(gaps, 39_871),
            rows().subList(0, 8),
            new SystemFacts(125_466, "2026.11.21-3", new Age("seconds", 4), new Age("seconds", 1)));
  }

  static Minutes minutes(boolean empty) {
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
    return new Minutes(minutes, counts.get(0), counts.get(1), counts.get(2), counts.get(3));
  }

  static List<ExchangeRow> rows() {
    return List.of(
        row(0, null, "chat", "qwen3-32b", 0, 0, false),
        row(2, Outcome.DELIVERED, "chat", "qwen3-32b", 1_243_118, 2, false),
        row(5, Outcome.DELIVERED, "image", "wanx-2.5-t2i", 8_730_402, 3, false),
        row(9, Outcome.BLOCKED_INPUT, "chat", "qwen3-32b", 2_871, 0, false),
        row(14, Outcome.DELIVERED, "audio.speech", "cosyvoice-3", 2_190_733, 2, false),
        row(21, Outcome.BLOCKED_OUTPUT, "chat", "deepseek-v3.2", 911_406, 0, false),
        row(33, Outcome.REFUSED, "image", "wanx-2.5-t2i", 412, 0, false),
        row(41, Outcome.DELIVERED, "chat", "qwen3-32b", 1_871_220, 2, true),
        row(58, Outcome.FAILED, "chat", "deepseek-v3.2", 30_004_211, 0, false),
        row(74, Outcome.ABANDONED, "chat", "qwen3-32b", 640_100, 0, false),
        row(80, Outcome.DELIVERED, "chat", "qwen3-32b", 1_102_448, 2, false));
  }

  static Way way(String id) {
    ExchangeRow row =
        rows().stream().filter(it -> it.id().equals(id)).findFirst().orElse(rows().get(1));
    Outcome outcome = row.outcome();
    if (outcome == null) {
      return new Way(
          row,
          true,
          "",
          "",
          "",
          "",
          new Content(0, 1_240, COMMITMENT),
          new Content(0, 0, ""),
          List.of(),
          List.of(),
          List.of());
    }
    return switch (outcome) {
      case BLOCKED_INPUT -> blocked(row);
      case REFUSED -> refused(row);
      default -> delivered(row);
    };
  }

  private static Way delivered(ExchangeRow row) {
    long total = row.tookMicros();
    List<Step> steps =
        steps(
            total,
            step(Name.CALLER, Decision.PASS, "", 0, 180),
            step(Name.STANDING, Decision.PASS, "", 180, 95),
            step(Name.INPUT_REVIEW, Decision.PASS, "", 275, 2_610),
            step(Name.UPSTREAM, Decision.DONE, "", 2_885, total * 7 / 10),
            step(Name.OUTPUT_REVIEW, Decision.PASS, "", total / 5, total * 13 / 20),
            step(Name.MARK, Decision.DONE, "", total * 17 / 20, total / 20),
            step(Name.READ_BACK, Decision.PASS, "", total * 9 / 10, total / 40),
            step(Name.RECORD, Decision.DONE, "", total * 37 / 40, total / 25),
            step(Name.DELIVER, Decision.DONE, "", total * 29 / 30, total / 30));
    List<LabelRecord> labels =
        row.gap()
            ? List.of()
            : List.of(
                new LabelRecord("EXPLICIT", "text-notice", "start", "33 characters, 100 % found"),
                new LabelRecord("IMPLICIT", "aigc-metadata", "aigc", "ProduceID 91110108-7f3c"));
    return new Way(
        row,
        true,
        "",
        "chat.completions.stream",
        "2026.11.21-3",
        "91110108-7f3c2a9e41",
        new Content(1_240, 1_240, COMMITMENT),
        new Content(3_512, 3_512, COMMITMENT),
        steps,
        labels,
        ledger(row));
  }

  private static Way blocked(ExchangeRow row) {
    StepRecord review =
        new StepRecord(
            Name.INPUT_REVIEW,
            Decision.BLOCK,
            "input blocked by the pool",
            262,
            2_402,
            List.of(
                new FindingRecord("KW-000412", 7, "A1", "messages[1].content", 118, 126, "folded"),
                new FindingRecord("RX-000031", 2, "B", "messages[1].content", 402, 431, "plain")));
    List<Step> steps =
        steps(
            row.tookMicros(),
            step(Name.CALLER, Decision.PASS, "", 0, 171),
            step(Name.STANDING, Decision.PASS, "", 171, 91),
            review,
            step(Name.UPSTREAM, Decision.SKIP, "", 2_664, 0),
            step(Name.OUTPUT_REVIEW, Decision.SKIP, "", 2_664, 0),
            step(Name.MARK, Decision.SKIP, "", 2_664, 0),
            step(Name.READ_BACK, Decision.SKIP, "", 2_664, 0),
            step(Name.RECORD, Decision.DONE, "", 2_664, 198),
            step(Name.DELIVER, Decision.SKIP, "", 2_862, 0));
    return stopped(row, "content_blocked", new Content(512, 512, COMMITMENT), steps);
  }

  private static Way refused(ExchangeRow row) {
    List<Step> steps =
        steps(
            row.tookMicros(),
            step(Name.CALLER, Decision.PASS, "", 0, 160),
            step(Name.STANDING, Decision.REFUSE, "identity not verified", 160, 70),
            step(Name.RECORD, Decision.DONE, "", 230, 182));
    return stopped(row, "identity_required", new Content(0, 0, ""), steps);
  }

  private static Way stopped(ExchangeRow row, String code, Content input, List<Step> steps) {
    Content nothing = new Content(0, 0, "");
    return new Way(
        row, false, code, "", "2026.11.21-3", "", input, nothing, steps, List.of(), ledger(row));
  }

  private static List<LedgerLine> ledger(ExchangeRow row) {
    String json =
        "{\"capability\":\"%s\",\"exchange\":\"%s\",\"outcome\":\"%s\",\"steps\":[]}"
            .formatted(row.origin().capability(), row.id(), row.state());
    return List.of(
        new LedgerLine("exchange.received", "gw-1", 125_464, "/receipts/gw-1/125464", json),
        new LedgerLine("exchange.closed", "gw-1", 125_465, "/receipts/gw-1/125465", json));
  }

  private static List<Step> steps(long total, StepRecord... records) {
    return List.of(records).stream().map(it -> new Step(it, total)).toList();
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
      int labels,
      boolean gap) {
    return new ExchangeRow(
        "ex_01kajq%04dm8w2".formatted(9_000 - ago),
        NOW.minusSeconds(ago),
        outcome,
        new Origin(
            "example",
            "ak_7f3c",
            "user-" + (4_000 + ago * 7),
            endpoint(capability),
            capability,
            model),
        micros,
        gap ? 0 : labels,
        gap);
  }

  private static String endpoint(String capability) {
    return switch (capability) {
      case "image" -> "/v1/images/generations";
      case "audio.speech" -> "/v1/audio/speech";
      default -> "/v1/chat/completions";
    };
  }

  private static List<Long> list() {
    return new ArrayList<>();
  }
}
