package io.assay.gateway.upstream;

import java.util.List;

/** The events of one streamed answer, in the batches in which they arrive. Not thread-safe. */
public interface DeltaStream extends AutoCloseable {

  /** All events that the next read brought, at least one; empty only at the end of the stream. */
  List<SseEvent> next();

  @Override
  void close();
}
