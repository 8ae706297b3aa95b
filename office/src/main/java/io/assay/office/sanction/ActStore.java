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
          + " '-infinity') and i.taken_back_at is null and not exists (select from intake.false_positive f"
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

  /** Notes an input that a person found bad; false when it counts already. */
  boolean addHeld(String exchange, String subject, Instant at, Instant knownAt) {
    return jdbc.sql(
                "insert into sanction.input as i (exchange, subject, at, bad, known_at)"
                    + " values (?, ?, ?, true, ?) on conflict (exchange) do update"
                    + " set known_at = excluded.known_at, taken_back_at = null"
                    + " where i.taken_back_at is not null")
            .params(exchange, subject, SanctionStore.utc(at), SanctionStore.utc(knownAt))
            .update()
        == 1;
  }

  /** Lets an input that a person found bad count no more; false when none counted. */
  boolean takeBack(String exchange, Instant at) {
    return jdbc.sql(
                "update sanction.input set taken_back_at = ? where exchange = ?"
                    + " and known_at is not null and taken_back_at is null")
            .params(SanctionStore.utc(at), exchange)
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

  /** An input and at most so many before and after it since the last stop, the earliest first. */
  List<Input> around(String exchange, String subject, Instant at, int most) {
    String columns = "(select exchange, bad, i.at" + COUNTED;
    return jdbc.sql(
            "select exchange, bad from ("
                + columns
                + "and (i.at, i.exchange) <= (?, ?) order by i.at desc, i.exchange desc limit ?)"
                + " union all "
                + columns
                + "and (i.at, i.exchange) > (?, ?) order by i.at, i.exchange limit ?)"
                + ") beside order by at, exchange")
        .param(subject)
        .param(SanctionStore.utc(at))
        .param(exchange)
        .param(most + 1)
        .param(subject)
        .param(SanctionStore.utc(at))
        .param(exchange)
        .param(most)
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
