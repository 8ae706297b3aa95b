package io.assay.office.verify;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the issued labels from the index over exchanges. */
@Component
class IssuedLabelStore {
  private static final String ROWS =
      "select aigc, payload_sha256 from exchange.content where aigc <> '' and ";

  private final JdbcClient jdbc;

  IssuedLabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One issued label. */
  record Row(String aigc, String payloadSha256) {}

  List<Row> byProduceId(String produceId) {
    return jdbc.sql(ROWS + "produce_id = ?").param(produceId).query(Row.class).list();
  }

  /** The same picture may have been issued many times; the first few say enough. */
  List<Row> byPayload(String payloadSha256) {
    return jdbc.sql(ROWS + "payload_sha256 = ? limit 8")
        .param(payloadSha256)
        .query(Row.class)
        .list();
  }
}
