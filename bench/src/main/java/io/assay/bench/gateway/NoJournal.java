package io.assay.bench.gateway;

import io.assay.gateway.journal.Journal;
import java.util.Map;

/** A journal that keeps nothing, to compare with. */
record NoJournal() implements Journal {
  @Override
  public Pending record(String type, Map<String, ?> body) {
    return () -> new Position("none", 0);
  }

  @Override
  public Kept keep(String subject, String exchange, String field, byte[] payload) {
    return new Kept() {
      @Override
      public String commitment() {
        return "";
      }

      @Override
      public void durable() {
        // Nothing is kept.
      }
    };
  }
}
