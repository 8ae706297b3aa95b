package io.assay.gateway.journal;

import java.util.Map;

/** Where decisions, labels and deliveries are recorded: the ledger. Thread-safe. */
public interface Journal {

  /** Starts to record an entry; throws when the ledger refuses entries. */
  Pending record(String type, Map<String, ?> body);

  /** Keeps a payload apart from the entries, and gives the salted commitment that stands for it. */
  String keep(String subject, String exchange, String field, byte[] payload);

  /** An entry on its way to the disk. */
  interface Pending {

    /** Waits until the entry survives a crash; throws when it never will. */
    Position durable();
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
