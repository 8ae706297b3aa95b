package io.assay.bench.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Single writes of 1.5 KB into room reserved beforehand, each followed by an fdatasync and each
 * after a pause like that of the upstream: a machine that slept needs longer.
 */
final class RawForce {
  private static final int TIMES = 10;
  private static final int BYTES = 1500;

  private RawForce() {}

  static long p50Micros(Path file, Duration pause) throws IOException {
    var micros = new long[TIMES];
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(TIMES * BYTES), 0);
      channel.force(true);
      for (int i = 0; i < TIMES; i++) {
        LockSupport.parkNanos(pause.toNanos());
        long from = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES), (long) i * BYTES);
        channel.force(false);
        micros[i] = (System.nanoTime() - from) / 1000;
      }
    }
    Arrays.sort(micros);
    return micros[TIMES / 2];
  }
}
