package io.assay.gateway.upstream;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAI-compatible model service. Thread-safe. Every method throws {@link UpstreamException}
 * when the service is out of reach or breaks off.
 */
public interface Upstream {

  String name();

  boolean serves(String model);

  /** Calls {@code path} (below {@code /v1}, such as {@code /models}) and takes the whole answer. */
  Answer get(String path);

  Answer post(String path, ObjectNode body);

  /** Calls {@code path} and takes the answer as it comes. */
  Opened open(String path, ObjectNode body);

  /** What a streaming call gave: a stream, or an answer that is none (an error, most often). */
  sealed interface Opened {
    record Streaming(DeltaStream deltas) implements Opened {}

    record Whole(Answer answer) implements Opened {}
  }

  /** A whole answer; header names in lower case. */
  record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    public Answer {
      requireNonNull(contentType, "contentType");
      headers = Map.copyOf(headers);
      requireNonNull(body, "body");
    }

    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }
}
