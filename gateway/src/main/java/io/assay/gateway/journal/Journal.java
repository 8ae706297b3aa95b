package io.assay.gateway.journal;

import java.util.Map;

/** Where decisions, labels and deliveries are recorded: the ledger. Thread-safe. */
public interface Journal {

  /** Starts to record an entry; throws when the ledger refuses entries. */
  Pending record(String type, Map<String, ?> body);

  /** Starts to keep a payload apart from the entries; throws when it cannot be taken. */
  Kept keep(String subject, String exchange, String field, byte[] payload);

  /** An entry on its way to the disk. */
  interface Pending {

    /** Waits until the entry survives a crash; throws when it never will. */
    Position durable();
  }

  /** A payload on its way to the disk. */
  interface Kept {

    /** The salted commitment that stands for it in entries. */
    String commitment();

    /** Waits until it survives a crash; throws when it never will. */
    void durable();
  }

  /** Where an entry stands. */
  record Position(String shard, long index) {
    public static final String RECEIPTS = "/v1/receipts/";

    /** The address at which the entry's receipt is handed out. */
    public String receipt() {
      return RECEIPTS + shard + "/" + index;
    }
  }
}
