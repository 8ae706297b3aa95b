package io.assay.office.task;

import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.RegionRecord;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Sealed;
import io.assay.office.TestOffice;
import io.assay.office.content.Contents;
import io.assay.office.exchange.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Exchanges as the gateway records them when it holds, blocks or delivers. */
public final class HeldContent {
  private final TestOffice office;
  private final Clock clock;

  public HeldContent(TestOffice office, Clock clock) {
    this.office = office;
    this.clock = clock;
  }

  /** An exchange whose input is held because a feature hit. */
  public void held(String exchange, String subject, String text, String feature) {
    closed(exchange, subject, text, "HELD", "HOLD", feature, "A.1.8");
  }

  public void closed(
      String exchange,
      String subject,
      String text,
      String outcome,
      String decision,
      String feature,
      String category) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Address address =
        new Address(office.ledger().shard(), subject, exchange, "input", Contents.EVENT_CLASS);
    String commitment = commitment(address, payload);
    Map<String, Object> received = origin(exchange, subject);
    received.put("stream", false);
    received.put(
        "input",
        Map.of("media", "text", "characters", (long) text.length(), "commitment", commitment));
    append("exchange.received", received);
    Map<String, Object> closed = origin(exchange, subject);
    closed.put("outcome", outcome);
    closed.put("code", "content_held");
    closed.put("pool", "pool-1");
    closed.put("steps", List.of(review(decision, feature, category, text.length())));
    append("exchange.closed", closed);
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  /** An exchange whose pictures are held because a feature hit in the last of them. */
  public void heldPictures(
      String exchange, String subject, String request, String feature, byte[]... pictures) {
    pictures("HELD", exchange, subject, request, feature, pictures);
  }

  /** A picture that is held because a classifier saw something at these places of it. */
  public void seenPicture(
      String exchange, String subject, String feature, byte[] picture, RegionRecord... places) {
    Map<String, Object> received = image(exchange, subject);
    received.put("stream", false);
    received.put("input", words(exchange, subject, "m\na harbour"));
    append("exchange.received", received);
    Map<String, Object> output = file(exchange, subject, "output", "data[0]", "image", picture);
    Map<String, Object> step =
        holding("output-review", Stream.of(places).map(place -> seen(feature, place)).toList());
    Map<String, Object> closed = image(exchange, subject);
    closed.put("outcome", "HELD");
    closed.put("pool", "pool-1");
    closed.put("steps", List.of(step));
    closed.put("output", output);
    closed.put("outputs", List.of(output));
    append("exchange.closed", closed);
    follow();
  }

  private static Map<String, Object> seen(String feature, RegionRecord place) {
    Map<String, Object> finding = new TreeMap<>(file(feature, "data[0]"));
    finding.put("why", "classifier 'eyes' m scores 0.930 for 'knife', threshold 0.500");
    if (place.named()) {
      finding.put(
          "region",
          Map.of(
              "left", (long) place.left(),
              "top", (long) place.top(),
              "width", (long) place.width(),
              "height", (long) place.height()));
    }
    return finding;
  }

  /** The same, blocked. */
  public void blockedPictures(
      String exchange, String subject, String request, String feature, byte[]... pictures) {
    pictures("BLOCKED_OUTPUT", exchange, subject, request, feature, pictures);
  }

  private void pictures(
      String outcome,
      String exchange,
      String subject,
      String request,
      String feature,
      byte[]... pictures) {
    Map<String, Object> received = image(exchange, subject);
    received.put("stream", false);
    received.put("input", words(exchange, subject, request));
    append("exchange.received", received);
    List<Map<String, Object>> outputs = new ArrayList<>();
    for (int i = 0; i < pictures.length; i++) {
      String field = OutputRecord.field(i + 1);
      outputs.add(file(exchange, subject, field, "data[" + i + "]", "image", pictures[i]));
    }
    String flagged = "data[" + (pictures.length - 1) + "]";
    Map<String, Object> closed = image(exchange, subject);
    closed.put("outcome", outcome);
    closed.put("pool", "pool-1");
    closed.put("steps", List.of(finding("output-review", feature, flagged)));
    closed.put("output", outputs.getFirst());
    closed.put("outputs", outputs);
    append("exchange.closed", closed);
    follow();
  }

  /** An exchange of whose files the last is held because a feature hit. */
  public void heldFiles(
      String exchange, String subject, String feature, String media, byte[]... files) {
    Map<String, Object> received = origin(exchange, subject);
    received.put("stream", false);
    received.put("input", words(exchange, subject, "m\nuser\nwhat is this"));
    List<Map<String, Object>> attachments = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      attachments.add(file(exchange, subject, "attachment-" + (i + 1), place(i), media, files[i]));
    }
    received.put("attachments", attachments);
    append("exchange.received", received);
    Map<String, Object> closed = origin(exchange, subject);
    closed.put("outcome", "HELD");
    closed.put("pool", "pool-1");
    closed.put("held", "attachment-" + files.length);
    closed.put("steps", List.of(finding("input-review", feature, place(files.length - 1))));
    append("exchange.closed", closed);
    follow();
  }

  private static String place(int number) {
    return "messages[0].content[" + (number + 1) + "]";
  }

  private Map<String, Object> words(String exchange, String subject, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    String commitment = commitment(address(exchange, subject, "input"), payload);
    return Map.of("media", "text", "characters", (long) text.length(), "commitment", commitment);
  }

  private Map<String, Object> file(
      String exchange, String subject, String field, String where, String media, byte[] bytes) {
    return Map.of(
        "field",
        field,
        "where",
        where,
        "media",
        media,
        "bytes",
        (long) bytes.length,
        "labels",
        List.of(),
        "commitment",
        commitment(address(exchange, subject, field), bytes));
  }

  private static Map<String, Object> finding(String step, String feature, String where) {
    return holding(step, List.of(file(feature, where)));
  }

  /** What was found in a file. */
  private static Map<String, Object> file(String feature, String where) {
    return Map.of(
        "feature",
        feature,
        "version",
        1L,
        "category",
        "A.1.8",
        "where",
        where,
        "start",
        0L,
        "end",
        0L,
        "layer",
        "",
        "why",
        "as recorded");
  }

  private static Map<String, Object> holding(String step, List<Map<String, Object>> findings) {
    return Map.of(
        "name",
        step,
        "decision",
        "HOLD",
        "reason",
        "reviewed 9 of 9 characters and 1 of 1 files",
        "at_micros",
        1L,
        "took_micros",
        1L,
        "findings",
        findings);
  }

  /** An exchange that delivered what a review released. */
  public void deliveredReleased(String exchange, String subject, String review) {
    Map<String, Object> closed = image(exchange, subject);
    closed.put("outcome", "DELIVERED");
    closed.put("pool", "pool-1");
    closed.put("steps", List.of());
    closed.put("released", review);
    append("exchange.closed", closed);
    follow();
  }

  private void follow() {
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  private Address address(String exchange, String subject, String field) {
    return new Address(office.ledger().shard(), subject, exchange, field, Contents.EVENT_CLASS);
  }

  private static Map<String, Object> image(String exchange, String subject) {
    Map<String, Object> body = origin(exchange, subject);
    body.put("capability", "image");
    return body;
  }

  /** A picture that was delivered. */
  public void picture(String exchange, byte[] picture) {
    Address address =
        new Address(office.ledger().shard(), "sub_1", exchange, "output", Contents.EVENT_CLASS);
    String commitment = commitment(address, picture);
    Map<String, Object> received = origin(exchange, "sub_1");
    received.put("capability", "image");
    received.put("stream", false);
    append("exchange.received", received);
    Map<String, Object> closed = origin(exchange, "sub_1");
    closed.put("capability", "image");
    closed.put("outcome", "DELIVERED");
    closed.put("pool", "pool-1");
    closed.put("steps", List.of());
    closed.put(
        "output",
        Map.of("media", "image", "bytes", (long) picture.length, "commitment", commitment));
    append("exchange.closed", closed);
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  private static Map<String, Object> review(
      String decision, String feature, String category, long length) {
    Map<String, Object> finding =
        Map.of(
            "feature",
            feature,
            "version",
            1L,
            "category",
            category,
            "where",
            "messages[0].content",
            "start",
            0L,
            "end",
            length,
            "layer",
            "");
    return Map.of(
        "name",
        "input-review",
        "decision",
        decision,
        "reason",
        "reviewed 9 of 9 characters",
        "at_micros",
        1L,
        "took_micros",
        1L,
        "findings",
        List.of(finding));
  }

  private static Map<String, Object> origin(String exchange, String subject) {
    Map<String, Object> body = new TreeMap<>();
    body.put("exchange", exchange);
    body.put("subject", subject);
    body.put("tenant", "ten_1");
    body.put("key", "key_1");
    body.put("endpoint", "/v1/chat/completions");
    body.put("capability", "chat");
    body.put("model", "qwen3-32b");
    return body;
  }

  private void append(String type, Map<String, Object> body) {
    office.ledger().append(Entry.of(type, clock.instant(), body)).await(Acknowledgement.DURABLE);
  }

  private String commitment(Address address, byte[] payload) {
    Sealed sealed = office.vault().seal(address, payload);
    sealed.await();
    return sealed.commitment().toString();
  }
}
