package io.assay.office.publication;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which labelled files an exchange issued. */
@Component
class IssuedStore {
  private final JdbcClient jdbc;

  IssuedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A labelled file and its implicit label. */
  record Issued(String produceId, String aigc) {}

  List<Issued> of(String exchange) {
    return jdbc.sql(
            "select produce_id, aigc from exchange.content where exchange = ? and aigc <> ''")
        .param(exchange)
        .query((row, number) -> new Issued(row.getString(1), row.getString(2)))
        .list();
  }
}
