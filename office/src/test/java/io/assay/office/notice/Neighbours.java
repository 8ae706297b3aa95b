package io.assay.office.notice;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server and a program that takes webhooks, both real and on free ports. */
public final class Neighbours implements AutoCloseable {
  private final HttpServer program;
  private final ServerSocket mail;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** What a webhook brought. */
  public record Call(Map<String, String> headers, String body) {}

  public Neighbours() {
    try {
      program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      program.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean failing = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!failing) {
              calls.add(
                  new Call(
                      Map.of(
                          "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                          "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                          "signature", exchange.getRequestHeaders().getFirst("webhook-signature")),
                      body));
            }
            exchange.sendResponseHeaders(failing ? 503 : 204, -1);
            exchange.close();
          });
      program.start();
      mail = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serveMail);
  }

  public String url() {
    return "http://localhost:" + program.getAddress().getPort() + "/hook";
  }

  public int mailPort() {
    return mail.getLocalPort();
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Every letter as it came, headers first. */
  public List<String> letters() {
    return List.copyOf(letters);
  }

  public void failNext(int times) {
    failures.set(times);
  }

  private void serveMail() {
    while (!mail.isClosed()) {
      try (Socket caller = mail.accept()) {
        converse(caller);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = caller.getOutputStream();
    say(out, "220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      }
      if (line.startsWith("DATA")) {
        say(out, "354 go on");
        StringBuilder letter = new StringBuilder();
        for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
          letter.append(text).append('\n');
        }
        letters.add(letter.toString());
      }
      say(out, "250 ok");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    program.stop(0);
    try {
      mail.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
