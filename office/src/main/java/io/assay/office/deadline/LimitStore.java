package io.assay.office.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LimitStore {
  private final JdbcClient jdbc;

  LimitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The row in force that day; of several the one that began last. */
  Optional<LimitRule> inForce(String rule, LocalDate day) {
    return jdbc.sql(
            "select * from deadline.limit_rule where rule = ? and effective_from <= ?"
                + " and (effective_to is null or effective_to >= ?)"
                + " order by effective_from desc, version desc limit 1")
        .params(rule, day, day)
        .query(LimitStore::row)
        .optional();
  }

  List<LimitRule> all() {
    return jdbc.sql("select * from deadline.limit_rule order by rule, effective_from desc, version")
        .query(LimitStore::row)
        .list();
  }

  void add(LimitRule it, String by) {
    jdbc.sql(
            "insert into deadline.limit_rule (rule, value, unit, basis, source, effective_from,"
                + " effective_to, set_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(it.rule())
        .param(it.limit().value())
        .param(it.limit().unit().name())
        .param(it.basis().name())
        .param(it.source())
        .param(it.effectiveFrom())
        .param(it.effectiveTo())
        .param(by)
        .update();
  }

  private static LimitRule row(ResultSet row, int number) throws SQLException {
    return new LimitRule(
        row.getString("rule"),
        new Limit(row.getInt("value"), Limit.Unit.valueOf(row.getString("unit"))),
        Basis.valueOf(row.getString("basis")),
        row.getString("source"),
        row.getObject("effective_from", LocalDate.class),
        row.getObject("effective_to", LocalDate.class));
  }
}
