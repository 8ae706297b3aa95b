package io.assay.ledger.wal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The records that are written and forced together, all within one segment. */
final class Batch {

  final LiveSegment segment;
  final long first;
  final List<byte[]> payloads = new ArrayList<>();
  final CompletableFuture<Void> durable = new CompletableFuture<>();

  Batch(LiveSegment segment, long first) {
    this.segment = segment;
    this.first = first;
  }

  long end() {
    return first + payloads.size();
  }
}
