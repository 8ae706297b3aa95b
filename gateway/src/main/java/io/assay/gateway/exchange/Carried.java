package io.assay.gateway.exchange;

import static java.util.Objects.requireNonNull;

/** A text that a request or an answer carries, and where: {@code messages[2].content}. */
public record Carried(String where, String text) {
  public Carried {
    requireNonNull(where, "where");
    requireNonNull(text, "text");
  }
}
