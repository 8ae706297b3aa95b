package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller asks for, read and found to be servable.
 *
 * @param capability what is generated: {@code chat}, {@code image} or {@code speech}
 * @param body what goes to the upstream; whoever holds the ask may change it
 * @param texts every text in it, all of which are reviewed
 * @param attachments every picture and sound in it, all of which are reviewed
 */
public record Ask(
    String endpoint,
    String capability,
    String model,
    boolean stream,
    ObjectNode body,
    List<Carried> texts,
    List<Attachment> attachments) {
  public Ask {
    requireNonNull(endpoint, "endpoint");
    requireNonNull(capability, "capability");
    requireNonNull(model, "model");
    requireNonNull(body, "body");
    texts = List.copyOf(texts);
    attachments = List.copyOf(attachments);
  }

  /** A request of texts alone. */
  public Ask(
      String endpoint,
      String capability,
      String model,
      boolean stream,
      ObjectNode body,
      List<Carried> texts) {
    this(endpoint, capability, model, stream, body, texts, List.of());
  }

  List<CarriedFile> files() {
    return attachments.stream().map(Attachment::file).toList();
  }

  long characters() {
    return texts.stream().mapToLong(text -> text.text().length()).sum();
  }
}
