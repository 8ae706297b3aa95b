package io.assay.gateway.upstream;

import io.assay.gateway.config.LimitConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Server-sent events read from an open HTTP answer. */
final class HttpDeltas implements DeltaStream {
  private static final int LONGEST_EVENT = 32 << 20;

  private final ClassicHttpResponse response;
  private final InputStream in;
  private final SseParser parser;
  private final byte[] buffer = new byte[16 << 10];

  HttpDeltas(ClassicHttpResponse response, InputStream in, LimitConfig limits) {
    this.response = response;
    this.in = in;
    this.parser = new SseParser((int) Math.min(LONGEST_EVENT, limits.mediaBytes() * 2));
  }

  @Override
  public List<SseEvent> next() {
    try {
      while (true) {
        int read = in.read(buffer);
        if (read < 0) {
          return List.of();
        }
        var events = parser.feed(buffer, read);
        if (!events.isEmpty()) {
          return events;
        }
      }
    } catch (IOException e) {
      throw new UpstreamException("the upstream broke off its stream", e);
    }
  }

  @Override
  public void close() {
    try {
      response.close();
    } catch (IOException e) {
      throw new UpstreamException("the upstream's stream cannot be closed", e);
    }
  }
}
