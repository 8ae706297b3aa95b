package io.assay.office.snapshot;

import io.assay.gateway.Duty;
import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.office.OfficeConfig;
import io.assay.office.pool.Versions;
import io.assay.office.snapshot.SnapshotStore.Row;
import io.assay.office.subject.Subject;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots read from the registers, each from one moment of the database. */
@Duty({"DS-9", "DS-10"})
@Component
public class RegisterSnapshots implements SnapshotSource {
  private final SnapshotStore store;
  private final Versions pools;
  private final OfficeConfig config;

  RegisterSnapshots(SnapshotStore store, Versions pools, OfficeConfig config) {
    this.store = store;
    this.pools = pools;
    this.config = config;
  }

  @Override
  public long version() {
    return store.version();
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Snapshot read() {
    long version = store.version();
    Map<String, ApiKey> keys = new HashMap<>();
    Map<String, Standing> standings = new HashMap<>();
    store.forEachKey(
        row -> {
          keys.put(row.sha256(), row.key());
          standings.computeIfAbsent(row.key().subject(), subject -> standing(row));
        });
    return new Snapshot(version, keys, standings, pools.inForce());
  }

  // Art. 9: whoever is not verified may not generate; Art. 10: nor whoever is suspended.
  private Standing standing(Row row) {
    return switch (row.state()) {
      case VERIFIED -> new Standing.Good();
      case REGISTERED, VERIFYING ->
          unverified(config.address(Subject.VERIFICATION_PATH + row.verificationToken()));
      case SUSPENDED, CLOSED ->
          new Standing.Suspended(row.reason(), row.suspendedUntil(), config.address("/appeal"));
    };
  }

  private Standing unverified(String verifyUrl) {
    return switch (config.identity().gate()) {
      case GENERATE -> new Standing.Unverified(verifyUrl);
      case PUBLISH -> new Standing.Trial(verifyUrl);
    };
  }
}
