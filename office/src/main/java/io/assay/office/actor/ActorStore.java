package io.assay.office.actor;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ActorStore {
  private final JdbcClient jdbc;

  ActorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> member(String id) {
    return jdbc.sql("select name from staff.member where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  Optional<String> tenant(String id) {
    return jdbc.sql("select name from tenant.tenant where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** What a tenant calls a subject. */
  Optional<String> reference(String subject) {
    return jdbc.sql("select reference from subject.subject where id = ?")
        .param(subject)
        .query(String.class)
        .optional();
  }
}
