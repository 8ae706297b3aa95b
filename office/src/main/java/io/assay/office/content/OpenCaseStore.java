package io.assay.office.content;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that are not closed, by the exchange to which they belong. */
@Component
class OpenCaseStore {
  private final JdbcClient jdbc;

  OpenCaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A disposal of an exchange, or an appeal, complaint or report on it that somebody handles. */
  Optional<String> on(String exchange, String handler) {
    return jdbc.sql(
            "select id from disposal.case where exchanges @> array[?]::text[] and state <> 'CLOSED'"
                + " union all select id from intake.case where about = ? and handler = ?"
                + " and state in ('ACCEPTED', 'INVESTIGATING') order by 1 limit 1")
        .params(exchange, exchange, handler)
        .query(String.class)
        .optional();
  }
}
