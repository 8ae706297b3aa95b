package io.assay.office.identity;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RevealStore {
  private static final RowMapper<Reveal> ROW = new SimplePropertyRowMapper<>(Reveal.class);

  private final JdbcClient jdbc;

  RevealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Reveal reveal) {
    jdbc.sql(
            "insert into identity.reveal (id, verification, proposal, proposed_by, approved_by,"
                + " reason, granted_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            reveal.id(),
            reveal.verification(),
            reveal.proposal(),
            reveal.proposedBy(),
            reveal.approvedBy(),
            reveal.reason(),
            reveal.grantedAt().atOffset(ZoneOffset.UTC),
            reveal.endsAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Reveal> find(String id) {
    return jdbc.sql("select * from identity.reveal where id = ?").param(id).query(ROW).optional();
  }

  /** Reveals of any of the subject's verifications, the latest first. */
  List<Reveal> of(String subject) {
    return jdbc.sql(
            "select r.* from identity.reveal r join identity.verification v on v.id ="
                + " r.verification where v.subject = ? order by r.granted_at desc")
        .param(subject)
        .query(ROW)
        .list();
  }
}
