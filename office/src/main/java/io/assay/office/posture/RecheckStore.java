package io.assay.office.posture;

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

  /** A delivered file and the implicit label with which it was issued. */
  record Delivered(String exchange, String aigc) {}

  /** What a second look showed; it says nothing of the content. */
  record Result(String verdict, boolean sound, Remark detail) {}

  /** Whether this transaction is the only one that checks. */
  boolean alone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Deliveries of one file each, drawn at random from those not looked at again yet. */
  List<Delivered> sample(Instant from, Instant to, int most) {
    return jdbc.sql(
            "select x.id as exchange, c.aigc from exchange.exchange x"
                + " join exchange.content c on c.exchange = x.id"
                + " where x.outcome = 'DELIVERED' and x.capability <> 'chat'"
                + " and x.received_at >= ? and x.received_at < ?"
                + " and x.tenant not in (select tenant from posture.canary)"
                + " and exchange.says(x.closed_entry, '{\"body\": {\"output\": {\"media\": \"text\"}}}')"
                + " is false and c.aigc <> ''"
                + " and (select count(*) from exchange.content o where o.exchange = x.id) = 1"
                + " and not exists (select from posture.recheck r where r.exchange = x.id)"
                + " order by random() limit ?")
        .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), most)
        .query(new SimplePropertyRowMapper<>(Delivered.class))
        .list();
  }

  void add(String exchange, Result it, Instant at) {
    jdbc.sql(
            "insert into posture.recheck (exchange, at, verdict, sound, detail)"
                + " values (?, ?, ?, ?, ?)")
        .params(exchange, at.atOffset(ZoneOffset.UTC), it.verdict(), it.sound(), it.detail().kept())
        .update();
  }
}
