package io.assay.office.exchange;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.RegionRecord;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.ledger.Entry;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeDetail.Files;
import io.assay.office.exchange.ExchangeDetail.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An exchange as the index keeps it: a summary and the ledger's entries, verbatim. */
record StoredExchange(
    ExchangeSummary summary,
    String shard,
    Optional<String> received,
    long receivedIndex,
    Optional<String> closed,
    long closedIndex) {

  ExchangeDetail detail() {
    Body first = body(received);
    Body last = body(closed);
    return new ExchangeDetail(
        summary,
        first.flag("stream") || last.flag("stream"),
        last.text("code"),
        last.text("exit"),
        last.text("pool"),
        last.text("produce_id"),
        measure(first.part("input")),
        measure(last.part("output")),
        reviewed(last.part("reviewed")),
        last.parts("steps").stream().flatMap(StoredExchange::step).toList(),
        last.parts("labels").stream().map(StoredExchange::label).toList(),
        entries(),
        files(first, last),
        last.text("answer"),
        last.text("released"));
  }

  private static Files files(Body received, Body closed) {
    List<String> held =
        Stream.concat(Stream.of(closed.text("held")), closed.texts("also_held").stream())
            .filter(field -> !field.isEmpty())
            .toList();
    List<File> several = closed.parts("outputs").stream().map(StoredExchange::file).toList();
    return new Files(
        received.parts("attachments").stream().map(StoredExchange::file).toList(),
        held,
        several.isEmpty() ? single(measure(closed.part("output"))) : several);
  }

  private static List<File> single(Measure output) {
    return output.media().equals("text") || output.commitment().isEmpty()
        ? List.of()
        : List.of(new File(OutputRecord.FIELD, "", output, List.of()));
  }

  private static File file(Body body) {
    return new File(
        body.text("field"),
        body.text("where"),
        measure(body),
        body.parts("labels").stream().map(StoredExchange::label).toList());
  }

  private List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    received.ifPresent(
        json -> entries.add(new LedgerEntry(Projection.RECEIVED, shard, receivedIndex, json)));
    closed.ifPresent(
        json -> entries.add(new LedgerEntry(Projection.CLOSED, shard, closedIndex, json)));
    return entries;
  }

  private static Body body(Optional<String> entry) {
    return new Body(
        entry
            .<Map<String, Object>>map(
                json -> Entry.parse(json.getBytes(StandardCharsets.UTF_8)).body())
            .orElse(Map.of()));
  }

  private static Measure measure(Body body) {
    String media = body.text("media");
    return media.isEmpty()
        ? Measure.NOTHING
        : new Measure(
            media, body.number("characters") + body.number("bytes"), body.text("commitment"));
  }

  private static Reviewed reviewed(Body body) {
    return new Reviewed(
        body.number("input"),
        body.number("input_of"),
        body.number("output"),
        body.number("output_of"));
  }

  private static LabelRecord label(Body body) {
    return new LabelRecord(
        body.text("kind"), body.text("method"), body.text("where"), body.text("evidence"));
  }

  /** The step, or nothing when its name or decision is of a version that this one does not know. */
  private static Stream<StepRecord> step(Body body) {
    Optional<StepRecord.Name> name =
        Stream.of(StepRecord.Name.values())
            .filter(known -> known.text().equals(body.text("name")))
            .findFirst();
    Optional<StepRecord.Decision> decision =
        Stream.of(StepRecord.Decision.values())
            .filter(known -> known.name().equals(body.text("decision")))
            .findFirst();
    if (name.isEmpty() || decision.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new StepRecord(
            name.get(),
            decision.get(),
            body.text("reason"),
            body.number("at_micros"),
            body.number("took_micros"),
            body.parts("findings").stream().map(StoredExchange::finding).toList()));
  }

  private static FindingRecord finding(Body body) {
    return new FindingRecord(
        body.text("feature"),
        body.number("version"),
        body.text("category"),
        body.text("where"),
        body.number("start"),
        body.number("end"),
        body.text("layer"),
        body.text("why"),
        region(body.part("region")));
  }

  private static RegionRecord region(Body body) {
    return RegionRecord.read(
        body.number("left"), body.number("top"), body.number("width"), body.number("height"));
  }
}
