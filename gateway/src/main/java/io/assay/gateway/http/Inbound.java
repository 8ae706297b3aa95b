package io.assay.gateway.http;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** One call that came in and its one reply, whatever HTTP stack carries them. Not thread-safe. */
public interface Inbound {

  /** The number under which this exchange is recorded and found again. */
  String id();

  String path();

  Optional<String> header(String name);

  /** The whole body; throws {@link TooLarge} past {@code limit} bytes. */
  byte[] body(long limit);

  /** Sends a whole reply. */
  void send(int status, String contentType, Map<String, String> headers, byte[] body);

  /** Starts a reply of unknown length; what is written is sent when flushed. */
  OutputStream stream(String contentType, Map<String, String> headers);

  /** Whether a reply was started. */
  boolean started();

  /** A body above the limit. */
  final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooLarge(long limit) {
      super("the request body is larger than " + limit + " bytes");
    }
  }

  /** The caller went away. */
  final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Gone(Throwable cause) {
      super("the caller closed the connection", cause);
    }
  }
}
