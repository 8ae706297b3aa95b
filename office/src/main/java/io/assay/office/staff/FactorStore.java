package io.assay.office.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FactorStore {
  private final JdbcClient jdbc;

  FactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A member's sealed secret, and the last time step that was used. */
  record Factor(String sealed, long usedStep) {}

  /** The member's factor, kept from changing until the transaction ends. */
  Optional<Factor> lock(String member) {
    return jdbc.sql(
            "select factor_secret, factor_step from staff.member where id = ?"
                + " and factor_secret is not null for update")
        .param(member)
        .query((row, number) -> new Factor(row.getString(1), row.getLong(2)))
        .optional();
  }

  void use(String member, long step) {
    jdbc.sql("update staff.member set factor_step = ? where id = ?").params(step, member).update();
  }

  /** Sets the factor with fresh recovery codes; sessions opened before it end. */
  void set(String member, String sealed, Instant since, long step, List<String> codeHmacs) {
    jdbc.sql(
            "update staff.member set factor_secret = ?, factor_since = ?, factor_step = ?,"
                + " epoch = epoch + 1 where id = ?")
        .params(sealed, utc(since), step, member)
        .update();
    forgetCodes(member);
    for (String hmac : codeHmacs) {
      jdbc.sql("insert into staff.recovery_code (member, code_hmac) values (?, ?)")
          .params(member, hmac)
          .update();
    }
  }

  void remove(String member) {
    jdbc.sql(
            "update staff.member set factor_secret = null, factor_since = null, factor_step = 0,"
                + " epoch = epoch + 1 where id = ?")
        .param(member)
        .update();
    forgetCodes(member);
  }

  /** Uses up a recovery code; false when it is none, or used. */
  boolean useCode(String member, String hmac, Instant at) {
    return jdbc.sql(
                "update staff.recovery_code set used_at = ? where member = ? and code_hmac = ?"
                    + " and used_at is null")
            .params(utc(at), member, hmac)
            .update()
        == 1;
  }

  int codesLeft(String member) {
    return jdbc.sql("select count(*) from staff.recovery_code where member = ? and used_at is null")
        .param(member)
        .query(Integer.class)
        .single();
  }

  private void forgetCodes(String member) {
    jdbc.sql("delete from staff.recovery_code where member = ?").param(member).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
