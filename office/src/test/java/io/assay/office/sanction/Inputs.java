package io.assay.office.sanction;

import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.Reviewed;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.office.TestOffice;
import io.assay.office.exchange.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lets the ledger say that a subject put something in, and the office read it. */
public final class Inputs {
  /** A text whose commitment the vault does not know. */
  private static final Measure TEXT = new Measure("text", 12, "A".repeat(43) + "=");

  private Inputs() {}

  public static void put(
      TestOffice office, String exchange, String subject, Instant at, boolean bad) {
    Origin origin = new Origin("tnt", "key", subject, "/v1/chat/completions", "chat", "model");
    append(
        office,
        ExchangeReceived.TYPE,
        at,
        new ExchangeReceived(exchange, origin, false, TEXT, List.of()).body());
    ExchangeClosed closed =
        new ExchangeClosed(
            exchange,
            origin,
            false,
            bad ? Outcome.BLOCKED_INPUT : Outcome.DELIVERED,
            "",
            "",
            "pool-1",
            "",
            List.of(
                new StepRecord(
                    StepRecord.Name.INPUT_REVIEW,
                    bad ? Decision.BLOCK : Decision.PASS,
                    "keyword",
                    100,
                    2_400,
                    List.of())),
            List.of(),
            List.of(),
            OutputRecord.whole(TEXT),
            new Reviewed(12, 12, 0, 0),
            List.of(),
            "",
            "");
    append(office, ExchangeClosed.TYPE, at.plusSeconds(1), closed.body());
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  private static void append(TestOffice office, String type, Instant at, Map<String, ?> body) {
    office.ledger().append(Entry.of(type, at, body)).await(Acknowledgement.DURABLE);
  }
}
