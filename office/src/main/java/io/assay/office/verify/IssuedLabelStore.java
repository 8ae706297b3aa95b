package io.assay.office.verify;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which labelled contents the index of the ledger holds. */
@Component
class IssuedLabelStore {
  private static final String ISSUED = "select aigc, payload_sha256 from exchange.content where ";

  private final JdbcClient jdbc;

  IssuedLabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A label as it was written and the digest of its content; both empty when not measured. */
  record Issued(String aigc, String payloadSha256) {
    boolean measured() {
      return !aigc.isEmpty() && !payloadSha256.isEmpty();
    }
  }

  List<Issued> numbered(String produceId) {
    return issued("produce_id = ?", produceId);
  }

  List<Issued> withPayload(String payloadSha256) {
    return issued("payload_sha256 = ? and payload_sha256 <> '' limit 10", payloadSha256);
  }

  /** How many entries of the shard the index has read. */
  long read(String shard) {
    return jdbc.sql("select next from exchange.position where shard = ?")
        .param(shard)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private List<Issued> issued(String condition, String value) {
    return jdbc.sql(ISSUED + condition)
        .param(value)
        .query((row, number) -> new Issued(row.getString(1), row.getString(2)))
        .list();
  }
}
