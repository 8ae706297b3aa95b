package io.assay.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fake of what lies outside: a model service that says what a test tells it to. */
final class ModelService implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final AtomicReference<List<String>> pieces = new AtomicReference<>(List.of());
  private final AtomicReference<String> end = new AtomicReference<>("[DONE]");
  private final AtomicReference<List<byte[]>> pictures = new AtomicReference<>(List.of());
  private final AtomicReference<byte[]> sound = new AtomicReference<>(new byte[0]);
  private final AtomicReference<JsonNode> asked = new AtomicReference<>(JSON.nullNode());
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();

  ModelService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::chat);
    server.createContext("/v1/images/generations", this::image);
    server.createContext("/v1/audio/speech", this::speech);
    server.start();
  }

  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** What the next answers say, in these pieces. */
  void says(String... text) {
    pieces.set(List.of(text));
    end.set("[DONE]");
  }

  /** The same, and then the connection ends without an end mark. */
  void saysAndBreaksOff(String... text) {
    pieces.set(List.of(text));
    end.set("");
  }

  /** The pictures of the next answers. */
  void draws(byte[]... files) {
    pictures.set(List.of(files));
  }

  /** The sound of the next answers. */
  void speaks(byte[] file) {
    sound.set(file);
  }

  /** What the last call asked for. */
  JsonNode asked() {
    return asked.get();
  }

  /** How many requests said these words. */
  long calls(String words) {
    return requests.stream().filter(request -> request.contains(words)).count();
  }

  private JsonNode read(HttpExchange exchange) throws IOException {
    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(request);
    var body = JSON.readTree(request);
    asked.set(body);
    return body;
  }

  private void image(HttpExchange exchange) throws IOException {
    try (exchange) {
      read(exchange);
      var answer = JSON.createObjectNode().put("created", 1);
      var data = answer.putArray("data");
      for (var picture : pictures.get()) {
        data.addObject().put("b64_json", Base64.getEncoder().encodeToString(picture));
      }
      send(exchange, answer);
    }
  }

  private void speech(HttpExchange exchange) throws IOException {
    try (exchange) {
      read(exchange);
      exchange.getResponseHeaders().set("Content-Type", "audio/wav");
      exchange.sendResponseHeaders(200, sound.get().length);
      exchange.getResponseBody().write(sound.get());
    }
  }

  private void chat(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = read(exchange);
      if (body.path("stream").asBoolean(false)) {
        stream(exchange);
      } else {
        whole(exchange);
      }
    }
  }

  private void whole(HttpExchange exchange) throws IOException {
    var answer = JSON.createObjectNode().put("id", "x").put("object", "chat.completion");
    answer.put("created", 1).put("model", "m");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", String.join("", pieces.get()));
    choice.put("finish_reason", "stop");
    send(exchange, answer);
  }

  private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
    var bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    for (var piece : pieces.get()) {
      var chunk = JSON.createObjectNode().put("id", "x").put("object", "chat.completion.chunk");
      chunk.put("created", 1).put("model", "m");
      var choice = chunk.putArray("choices").addObject().put("index", 0);
      choice.putObject("delta").put("content", piece);
      choice.putNull("finish_reason");
      out.write(data(JSON.writeValueAsString(chunk)));
      out.flush();
    }
    if (!end.get().isEmpty()) {
      out.write(data(end.get()));
    }
  }

  private static byte[] data(String text) {
    return ("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
