package io.assay.office.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A mail server and a program that takes webhooks, both real and on free ports. */
public final class Neighbours implements AutoCloseable {
  private final HttpServer program;
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
  private final List<Call> calls = new CopyOnWriteArrayList<>();
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mail.start();
  }

  public String url() {
    return "http://localhost:" + program.getAddress().getPort() + "/hook";
  }

  public int mailPort() {
    return mail.getSmtp().getPort();
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Every letter as it came, headers first. */
  public List<String> letters() {
    return Stream.of(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
  }

  /** The same, opened. */
  public List<MimeMessage> messages() {
    return List.of(mail.getReceivedMessages());
  }

  public void failNext(int times) {
    failures.set(times);
  }

  @Override
  public void close() {
    program.stop(0);
    mail.stop();
  }
}
