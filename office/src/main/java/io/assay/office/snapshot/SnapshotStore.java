package io.assay.office.snapshot;

import io.assay.gateway.access.ApiKey;
import io.assay.office.subject.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SnapshotStore {
  private static final RowMapper<Subject> ROW = new SimplePropertyRowMapper<>(Subject.class);
  private final JdbcClient jdbc;

  SnapshotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long version() {
    return jdbc.sql("select version from snapshot.version").query(Long.class).single();
  }

  Map<String, ApiKey> keys() {
    Map<String, ApiKey> keys = new HashMap<>();
    jdbc.sql(
            "select k.sha256, k.id, s.tenant, k.subject from key.key k"
                + " join subject.subject s on s.id = k.subject where k.revoked_at is null")
        .query(
            row -> {
              keys.put(
                  row.getString(1),
                  new ApiKey(row.getString(2), row.getString(3), row.getString(4)));
            });
    return keys;
  }

  List<Subject> subjectsWithKeys() {
    return jdbc.sql(
            "select id, tenant, reference, state, reason, suspended_until, verification_token,"
                + " created_at from subject.subject s where exists"
                + " (select from key.key k where k.subject = s.id and k.revoked_at is null)")
        .query(ROW)
        .list();
  }
}
