package io.assay.gateway.http;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Numbers of exchanges: UUIDs of version 7 (RFC 9562), in the order of time. Thread-safe. */
public final class ExchangeIds {
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public ExchangeIds(InstantSource clock) {
    this.clock = clock;
  }

  public String next() {
    long time = clock.millis();
    long high = (time << 16) | 0x7000 | (random.nextLong() & 0xfff);
    long low = 0x8000000000000000L | (random.nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
