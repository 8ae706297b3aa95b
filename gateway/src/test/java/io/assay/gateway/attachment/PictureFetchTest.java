package io.assay.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.assay.gateway.config.InputConfig;
import io.assay.gateway.exchange.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureFetchTest {
  private static final byte[] FILE = {1, 2, 3, 4, 5};
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/file",
        exchange -> {
          exchange.sendResponseHeaders(200, FILE.length);
          exchange.getResponseBody().write(FILE);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", origin() + "/file");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
              out.write(i);
              out.flush();
              Thread.sleep(50);
            }
          } catch (IOException gone) {
            exchange.close();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static Result<byte[]> get(String address, boolean inside, String origin)
      throws IOException {
    return get(address, inside, origin, Duration.ofMinutes(1));
  }

  private static Result<byte[]> get(
      String address, boolean inside, String origin, Duration patience) throws IOException {
    var config = new InputConfig(List.of(URI.create(origin)), inside, null, null, null, patience);
    try (var fetch = new PictureFetch(config)) {
      return fetch.get(address, "messages[0].content[0]", 100);
    }
  }

  private static String code(Result<byte[]> result) {
    return result instanceof Result.Refused<byte[]>(var refusal) ? refusal.code() : "";
  }

  @Test
  void fetchesFromAnAllowedOrigin() throws IOException {
    assertThat(get(origin() + "/file?size=1", true, origin()))
        .isInstanceOfSatisfying(Result.Ok.class, ok -> assertThat(ok.value()).isEqualTo(FILE));
  }

  @Test
  void refusesEveryOtherAddress() throws IOException {
    var allowed = "https://images.example.com";
    for (var address :
        List.of(
            origin() + "/file",
            "https://images.example.com.evil.example/x",
            "https://images.example.com@evil.example/x",
            "https://user@images.example.com/x",
            "https://images.example.com:8443/x",
            "http://images.example.com/x",
            "file:///etc/passwd",
            "//images.example.com/x",
            "not an address",
            "")) {
      var result = get(address, true, allowed);
      assertThat(code(result)).as(address).isEqualTo("unsupported_content");
    }
  }

  @Test
  void anAllowedNameThatLeadsInside_isNotFollowed() throws IOException {
    assertThat(code(get(origin() + "/file", false, origin()))).isEqualTo("file_not_fetched");
  }

  @Test
  void followsNoRedirect_andWaitsNotForEver() throws IOException {
    assertThat(code(get(origin() + "/moved", true, origin()))).isEqualTo("file_not_fetched");
    var slow = get(origin() + "/slow", true, origin(), Duration.ofMillis(600));
    assertThat(code(slow)).isEqualTo("file_not_fetched");
  }
}
