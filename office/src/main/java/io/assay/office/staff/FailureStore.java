package io.assay.office.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FailureStore {
  private final JdbcClient jdbc;

  FailureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String addressHmac, Instant at) {
    jdbc.sql("insert into staff.failed_sign_in (address_hmac, at) values (?, ?)")
        .params(addressHmac, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  int countSince(String addressHmac, Instant since) {
    return jdbc.sql("select count(*) from staff.failed_sign_in where address_hmac = ? and at > ?")
        .params(addressHmac, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void forgetBefore(Instant moment) {
    jdbc.sql("delete from staff.failed_sign_in where at < ?")
        .param(moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
