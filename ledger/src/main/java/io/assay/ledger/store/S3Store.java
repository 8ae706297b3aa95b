package io.assay.ledger.store;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A log's resources as objects of an S3-compatible store. An object is durable once the store has
 * answered; several are written at a time.
 */
public final class S3Store implements LogStore {

  private static final int AT_ONCE = 16;

  private final S3Config config;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  public S3Store(S3Config config) {
    this.config = config;
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpResponse<byte[]> response = send("GET", object(path), new byte[0]);
    return switch (response.statusCode()) {
      case 200 -> Optional.of(response.body());
      case 404 -> Optional.empty();
      default -> throw unavailable("reading " + path, response, null);
    };
  }

  @Override
  public void write(Map<String, byte[]> resources) {
    List<Future<?>> writes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      resources.forEach((path, content) -> writes.add(threads.submit(() -> put(path, content))));
    }
    for (Future<?> write : writes) {
      try {
        write.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof LedgerException known
            ? known.again()
            : new IllegalStateException(failed);
      } catch (InterruptedException interrupted) {
        throw interrupted(interrupted);
      }
    }
  }

  @Override
  public void delete(List<String> paths) {
    for (String path : paths) {
      HttpResponse<byte[]> response = send("DELETE", object(path), new byte[0]);
      if (response.statusCode() / 100 != 2 && response.statusCode() != 404) {
        throw unavailable("deleting " + path, response, null);
      }
    }
  }

  @Override
  public List<String> list(String prefix) {
    List<String> paths = new ArrayList<>();
    String token = "";
    do {
      String more = token.isEmpty() ? "" : "continuation-token=" + encoded(token) + "&";
      URI uri =
          URI.create(
              bucket() + "?" + more + "list-type=2&prefix=" + encoded(config.prefix() + prefix));
      HttpResponse<byte[]> response = send("GET", uri, new byte[0]);
      if (response.statusCode() != 200) {
        throw unavailable("listing " + prefix, response, null);
      }
      Document page = parse(response.body());
      texts(page, "Key").forEach(key -> paths.add(key.substring(config.prefix().length())));
      token = texts(page, "NextContinuationToken").stream().findFirst().orElse("");
    } while (!token.isEmpty());
    return paths.stream().sorted().toList();
  }

  /** The place. */
  @Override
  public String toString() {
    return config.toString();
  }

  private void put(String path, byte[] content) {
    places.acquireUninterruptibly();
    try {
      HttpResponse<byte[]> response = send("PUT", object(path), content);
      if (response.statusCode() / 100 != 2) {
        throw unavailable("writing " + path, response, null);
      }
    } finally {
      places.release();
    }
  }

  private HttpResponse<byte[]> send(String method, URI uri, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    S3Signature.headers(config, method, uri, body).forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw unavailable(method + " " + uri.getPath(), null, failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private URI object(String path) {
    return URI.create(bucket() + "/" + S3Signature.encode(config.prefix() + path, true));
  }

  private String bucket() {
    return config.endpoint() + "/" + config.bucket();
  }

  private static String encoded(String text) {
    return S3Signature.encode(text, false);
  }

  private Document parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException malformed) {
      throw unavailable("listing", null, malformed);
    }
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagName(element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(String.valueOf(nodes.item(i).getTextContent()));
    }
    return texts;
  }

  private LedgerException unavailable(
      String what, @Nullable HttpResponse<byte[]> response, @Nullable Exception cause) {
    String why =
        response == null
            ? String.valueOf(cause == null ? "" : cause.getMessage())
            : "status " + response.statusCode();
    return new LedgerException(
        Reason.UNAVAILABLE, "%s in %s: %s".formatted(what, config, why), cause);
  }

  private static LedgerException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new LedgerException(Reason.INTERRUPTED, "interrupted while waiting for S3", cause);
  }
}
