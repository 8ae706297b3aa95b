package io.assay.office.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local stand-in for an SMS provider at {@code /sms} and a register at {@code /register}. It is
 * no real provider; it confirms exactly the name "Zhang San" with any number.
 */
public final class FakeProviders implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9]{6})\"");

  private final HttpServer server;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private volatile int smsStatus = 200;
  private volatile String registerAnswer = "";

  public FakeProviders() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/sms", this::sms);
    server.createContext("/register", this::register);
    server.start();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  List<String> questions() {
    return List.copyOf(questions);
  }

  public String lastCode() {
    Matcher code = CODE.matcher(messages.getLast());
    if (!code.find()) {
      throw new AssertionError("no code in " + messages.getLast());
    }
    return code.group(1);
  }

  void answerSmsWith(int status) {
    smsStatus = status;
  }

  /** What the register says from now on; empty for its usual answers. */
  void answerRegisterWith(String json) {
    registerAnswer = json;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void sms(HttpExchange exchange) throws IOException {
    messages.add(body(exchange));
    answer(exchange, smsStatus, "");
  }

  private void register(HttpExchange exchange) throws IOException {
    String question = body(exchange);
    questions.add(question);
    String usual =
        "{\"data\":{\"result\":\"%s\"}}"
            .formatted(question.contains("\"Zhang San\"") ? "01" : "02");
    answer(exchange, 200, registerAnswer.isEmpty() ? usual : registerAnswer);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
