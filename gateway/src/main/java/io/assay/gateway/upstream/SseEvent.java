package io.assay.gateway.upstream;

import static java.util.Objects.requireNonNull;

/** One server-sent event: its name ({@code ""} when it had none) and its data. */
public record SseEvent(String name, String data) {
  public SseEvent {
    requireNonNull(name, "name");
    requireNonNull(data, "data");
  }
}
