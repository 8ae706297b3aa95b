package io.assay.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.assay.office.SmsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A fake SMS carrier that remembers the last code for each number, and listens to a webhook. */
final class Carrier implements AutoCloseable {
  private static final String HOOK = "/webhook";

  private final HttpServer server;
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  Carrier() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.createContext(HOOK, Carrier::hear);
    server.start();
  }

  SmsConfig config() {
    return new SmsConfig(
        SmsConfig.Kind.HTTP, address("/"), "POST", Map.of(), "{number} {code}", null);
  }

  /** Where a program of the operator listens to what happens. */
  String webhook() {
    return address(HOOK);
  }

  /** The last code that was sent to the number. */
  String code(String number) {
    return Optional.ofNullable(codes.get(number))
        .orElseThrow(() -> new IllegalStateException("no code was sent to " + number));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] sent =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
              .split(" ", -1);
      codes.put(sent[0], sent[1]);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
