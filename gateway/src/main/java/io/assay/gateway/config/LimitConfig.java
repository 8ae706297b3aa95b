package io.assay.gateway.config;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of one exchange. All are policy.
 *
 * @param requestBytes largest request body
 * @param mediaBytes largest picture or sound that is marked
 * @param snapshotAge oldest snapshot of the registers that is still trusted
 * @param upstreamTimeout longest silence of the upstream
 * @param contentLife how long a file delivered by address can be fetched
 */
public record LimitConfig(
    Long requestBytes,
    Long mediaBytes,
    Duration snapshotAge,
    Duration upstreamTimeout,
    Duration contentLife) {
  public LimitConfig(
      @Nullable Long requestBytes,
      @Nullable Long mediaBytes,
      @Nullable Duration snapshotAge,
      @Nullable Duration upstreamTimeout,
      @Nullable Duration contentLife) {
    this.requestBytes = positive("requestBytes", requestBytes, 20L << 20);
    this.mediaBytes = positive("mediaBytes", mediaBytes, 64L << 20);
    this.snapshotAge = Objects.requireNonNullElse(snapshotAge, Duration.ofMinutes(1));
    this.upstreamTimeout = Objects.requireNonNullElse(upstreamTimeout, Duration.ofMinutes(2));
    this.contentLife = Objects.requireNonNullElse(contentLife, Duration.ofDays(1));
  }

  public static LimitConfig defaults() {
    return new LimitConfig(null, null, null, null, null);
  }

  private static Long positive(String name, @Nullable Long value, long otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value <= 0) {
      throw new SettingsException(name + " is " + value + "; give a number of bytes above 0");
    }
    return value;
  }
}
