package io.assay.office.content;

import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever handles cases sees the exchanges of a disposal that is not closed, and of an appeal,
 * complaint or report that is theirs.
 */
@Component
class CasePurpose implements ContentPurpose {
  private final JdbcClient jdbc;

  CasePurpose(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public boolean holds(SignedIn reader, String id, String exchange) {
    return held(reader, exchange).filter(id::equals).isPresent();
  }

  @Override
  public Optional<String> held(SignedIn reader, String exchange) {
    return reader.may(Right.CASE_WRITE, Right.CASE_APPROVE)
        ? jdbc.sql(
                "select id from disposal.case where exchanges @> array[?]::text[] and state <>"
                    + " 'CLOSED' union all select id from intake.case where about = ? and handler ="
                    + " ? and state in ('ACCEPTED', 'INVESTIGATING') order by 1 limit 1")
            .params(exchange, exchange, reader.actor())
            .query(String.class)
            .optional()
        : Optional.empty();
  }
}
