package io.assay.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {
  private static final String STREAM =
      ": a comment\n\ndata: {\"a\":\"字\"}\n\nevent: error\ndata:one\ndata: two\n\nid: 7\ndata\n\n";
  private static final List<SseEvent> EVENTS =
      List.of(
          new SseEvent("", "{\"a\":\"字\"}"),
          new SseEvent("error", "one\ntwo"),
          new SseEvent("", ""));

  private static List<SseEvent> parse(byte[] bytes, int step) {
    var parser = new SseParser(1 << 16);
    var events = new ArrayList<SseEvent>();
    for (int from = 0; from < bytes.length; from += step) {
      int length = Math.min(step, bytes.length - from);
      var piece = new byte[length];
      System.arraycopy(bytes, from, piece, 0, length);
      events.addAll(parser.feed(piece, length));
    }
    return events;
  }

  @Test
  void readsTheSameEvents_howeverTheBytesAreSplitAndLinesEnd() {
    for (var lineEnd : List.of("\n", "\r\n", "\r")) {
      var bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
      for (int step = 1; step <= bytes.length; step++) {
        assertThat(parse(bytes, step)).as("step %d", step).isEqualTo(EVENTS);
      }
    }
  }

  @Test
  void refusesAnEvent_thatIsTooLong() {
    var parser = new SseParser(16);
    var bytes = "data: 0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> parser.feed(bytes, bytes.length))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("16 bytes");
  }
}
