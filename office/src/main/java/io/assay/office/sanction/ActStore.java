package io.assay.office.sanction;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What subjects put in, good and bad, as far as the automatic rule needs it. */
@Component
class ActStore {
  private static final String COUNTED =
      " from sanction.input i where i.subject = ? and i.at > coalesce((select max(start_at) from"
          + " sanction.sanction s where s.subject = i.subject and s.level in ('SUSPEND', 'CLOSE')),"
          + " '-infinity') and not exists (select from intake.false_positive f"
          + " where f.exchange = i.exchange) ";

  private final JdbcClient jdbc;

  ActStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes an input; false when that exchange is known already. */
  boolean add(String exchange, String subject, Instant at, boolean bad) {
    return jdbc.sql(
                "insert into sanction.input (exchange, subject, at, bad) values (?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(exchange, subject, SanctionStore.utc(at), bad)
            .update()
        == 1;
  }

  /** Makes the others wait that judge the same subject. */
  void lock(String subject) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 10))")
        .param(subject)
        .query((row, number) -> true)
        .single();
  }

  /** The last {@code most} inputs since the last stop, the newest first. */
  List<Input> last(String subject, int most) {
    return jdbc.sql(
            "select exchange, bad" + COUNTED + "order by i.at desc, i.exchange desc limit ?")
        .params(subject, most)
        .query((row, number) -> new Input(row.getString(1), row.getBoolean(2)))
        .list();
  }

  /** Bad inputs of a time since the last stop, the earliest first. */
  List<String> bad(String subject, Instant from, Instant to) {
    return jdbc.sql(
            "select exchange" + COUNTED + "and i.bad and i.at >= ? and i.at < ? order by i.at")
        .params(subject, SanctionStore.utc(from), SanctionStore.utc(to))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** One input. */
  record Input(String exchange, boolean bad) {}
}
