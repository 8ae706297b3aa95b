package io.assay.ledger.store;

import io.assay.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log behind a web server. */
public final class HttpSource implements LogSource {

  private static final int MAX_BYTES = 256 * (65_535 + 2);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI root;

  /** A log under a URL, which need not end in a slash. */
  public HttpSource(URI root) {
    String text = root.toString();
    this.root = URI.create(text.endsWith("/") ? text : text + "/");
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30)).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> Optional.of(bounded(body, path));
          case 404, 410 -> Optional.empty();
          default -> throw unavailable(path, "status " + response.statusCode(), null);
        };
      }
    } catch (IOException failed) {
      throw unavailable(path, String.valueOf(failed.getMessage()), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerException(
          LedgerException.Reason.INTERRUPTED, "interrupted while reading " + path, interrupted);
    }
  }

  /** The URL. */
  @Override
  public String toString() {
    return root.toString();
  }

  private byte[] bounded(InputStream body, String path) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw unavailable(path, "more than " + MAX_BYTES + " bytes", null);
    }
    return bytes;
  }

  private LedgerException unavailable(String path, String why, @Nullable Exception cause) {
    return new LedgerException(
        LedgerException.Reason.UNAVAILABLE, root.resolve(path) + ": " + why, cause);
  }
}
