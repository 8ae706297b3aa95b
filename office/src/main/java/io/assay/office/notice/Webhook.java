package io.assay.office.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that is told of what happens here.
 *
 * @param tenant whose it is, and of whose matters alone it is told; null for the operator's own
 * @param tenantName how that tenant is called
 * @param kinds beginnings of the kinds it wants, separated by commas; empty for all
 * @param generation how many secrets it has had
 * @param rotatedAt when it got the present one; null as long as it has the first
 */
public record Webhook(
    String id,
    @Nullable String tenant,
    @Nullable String tenantName,
    String url,
    String kinds,
    int generation,
    Instant createdAt,
    @Nullable Instant rotatedAt,
    @Nullable Instant disabledAt) {
  /** How long a former secret signs beside the new one; policy. */
  static final Duration GRACE = Duration.ofDays(1);

  boolean wants(String kind) {
    return kinds.isBlank() || wanted().stream().anyMatch(kind::startsWith);
  }

  List<String> wanted() {
    return Stream.of(kinds.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  public boolean inForce() {
    return disabledAt == null;
  }

  /** Whether the former secret still signs beside the present one. */
  boolean turning(Instant now) {
    return rotatedAt != null && now.isBefore(rotatedAt.plus(GRACE));
  }
}
