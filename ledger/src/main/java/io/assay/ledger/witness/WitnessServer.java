package io.assay.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.ledger.LedgerException;
import io.assay.ledger.note.SignedNote;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A witness behind HTTP: {@code POST /add-checkpoint} and {@code GET /ORIGIN-HASH/checkpoint}. */
public final class WitnessServer implements AutoCloseable {

  private static final int MAX_BODY = 1 << 20;
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts serving.
   *
   * @param address where to listen; port 0 takes any free one
   */
  public WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
    this.witness = witness;
    this.server = HttpServer.create(address, 64);
    server.setExecutor(threads);
    server.createContext("/add-checkpoint", this::add);
    server.createContext("/", this::latest);
    server.start();
  }

  /** Where the witness listens. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void add(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405, TEXT, "POST a checkpoint\n");
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        answer(exchange, 413, TEXT, "the request is too large\n");
        return;
      }
      answer(exchange, body);
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(body);
    } catch (IllegalArgumentException malformed) {
      answer(exchange, 400, TEXT, malformed.getMessage() + "\n");
      return;
    }
    try {
      switch (witness.add(request)) {
        case Answer.Cosigned cosigned ->
            answer(
                exchange,
                200,
                TEXT,
                cosigned.signatures().stream()
                    .map(signature -> signature + "\n")
                    .collect(Collectors.joining()));
        case Answer.Conflict conflict ->
            answer(exchange, 409, "text/x.tlog.size", conflict.size() + "\n");
        case Answer.Refused refused ->
            answer(exchange, refused.status(), TEXT, refused.why() + "\n");
      }
    } catch (LedgerException failed) {
      answer(exchange, 503, TEXT, "the witness cannot keep checkpoints at present\n");
    }
  }

  private void latest(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] parts = exchange.getRequestURI().getPath().split("/");
      Optional<SignedNote> note =
          parts.length == 3 && parts[2].equals("checkpoint")
              ? witness.latest(parts[1])
              : Optional.empty();
      answer(
          exchange,
          note.isPresent() ? 200 : 404,
          TEXT,
          note.map(SignedNote::toString).orElse("no such checkpoint\n"));
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
