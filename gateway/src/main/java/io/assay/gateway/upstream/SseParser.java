package io.assay.gateway.upstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads server-sent events from bytes as they come: LF, CRLF or CR lines, several data lines,
 * comments, and characters split between reads. Not thread-safe.
 */
public final class SseParser {
  private final int longestEvent;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private boolean hasData;
  private boolean afterCarriageReturn;

  /** {@code longestEvent} bounds what one event may hold, in bytes. */
  public SseParser(int longestEvent) {
    this.longestEvent = longestEvent;
  }

  /** The events that these bytes complete. */
  public List<SseEvent> feed(byte[] bytes, int length) {
    var events = new ArrayList<SseEvent>();
    int from = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b != '\n' && b != '\r') {
        afterCarriageReturn = false;
        continue;
      }
      if (b == '\n' && afterCarriageReturn) {
        afterCarriageReturn = false;
        from = i + 1;
        continue;
      }
      keep(bytes, from, i - from);
      afterCarriageReturn = b == '\r';
      from = i + 1;
      endLine(events);
    }
    keep(bytes, from, length - from);
    return events;
  }

  private void keep(byte[] bytes, int from, int length) {
    if (line.size() + length + data.length() > longestEvent) {
      throw new UpstreamException(
          "the upstream sent an event of more than " + longestEvent + " bytes");
    }
    line.write(bytes, from, length);
  }

  private void endLine(List<SseEvent> events) {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (text.isEmpty()) {
      if (hasData) {
        events.add(new SseEvent(name, data.toString()));
      }
      data.setLength(0);
      name = "";
      hasData = false;
      return;
    }
    int colon = text.indexOf(':');
    var field = colon < 0 ? text : text.substring(0, colon);
    var value = colon < 0 ? "" : text.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (field) {
      case "data" -> {
        if (hasData) {
          data.append('\n');
        }
        data.append(value);
        hasData = true;
      }
      case "event" -> name = value;
      default -> {}
    }
  }
}
