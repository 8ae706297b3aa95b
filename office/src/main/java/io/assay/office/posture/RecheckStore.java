package io.assay.office.posture;

import io.assay.gateway.journal.OutputRecord;
import io.assay.office.Remark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RecheckStore {
  private static final long LOCK = 0x7265636865636BL;

  private final JdbcClient jdbc;

  RecheckStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A delivered file.
   *
   * @param number its place among the files of the delivery, from 1
   * @param content its content number
   * @param aigc the implicit label with which it was issued
   */
  record Delivered(String exchange, int number, String content, String aigc) {
    /** Under which field of the exchange it is kept. */
    String field() {
      return number == 1 ? "" : OutputRecord.field(number);
    }
  }

  /** What a second look showed; it says nothing of the content. */
  record Result(String verdict, boolean sound, Remark detail) {}

  /** Whether this transaction is the only one that checks. */
  boolean alone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Delivered files, drawn at random from those not looked at again yet. */
  List<Delivered> sample(Instant from, Instant to, int most) {
    return jdbc.sql(
            "select x.id as exchange, i.number, i.produce_id as content, i.aigc"
                + " from exchange.exchange x"
                + " cross join lateral exchange.issued(x.closed_entry) i"
                + " where x.outcome = 'DELIVERED' and x.capability <> 'chat'"
                + " and x.received_at >= ? and x.received_at < ?"
                + " and x.tenant not in (select tenant from posture.canary)"
                + " and exchange.says(x.closed_entry, '{\"body\": {\"output\": {\"media\": \"text\"}}}')"
                + " is false and i.aigc <> ''"
                + " and not exists (select from posture.recheck r where r.exchange = x.id"
                + " and r.content = i.produce_id)"
                + " order by random() limit ?")
        .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), most)
        .query(new SimplePropertyRowMapper<>(Delivered.class))
        .list();
  }

  void add(Delivered file, Result it, Instant at) {
    jdbc.sql(
            "insert into posture.recheck (exchange, content, at, verdict, sound, detail)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            file.exchange(),
            file.content(),
            at.atOffset(ZoneOffset.UTC),
            it.verdict(),
            it.sound(),
            it.detail().kept())
        .update();
  }
}
