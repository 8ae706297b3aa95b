package io.assay.bench.gateway;

import io.assay.gateway.access.ApiKey;
import io.assay.gateway.access.Reminding;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Standing;
import io.assay.review.Pool;
import java.util.Map;
import java.util.Set;

/** Registers with one key, {@code good}, whose subject stands well. */
final class OneCaller implements SnapshotSource {
  private static final String SHA256_OF_GOOD =
      "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c";

  @Override
  public long version() {
    return 1;
  }

  @Override
  public Snapshot read() {
    return new Snapshot(
        1,
        Map.of(SHA256_OF_GOOD, new ApiKey("key", "tenant", "subject")),
        Map.of("subject", new Standing.Good()),
        Pool.empty(),
        Map.of(),
        Reminding.NONE,
        Set.of());
  }
}
