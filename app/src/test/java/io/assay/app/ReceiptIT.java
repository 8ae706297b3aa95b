package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.ledger.Receipt;
import io.assay.ledger.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What outsiders get to verify with: a receipt, the log's key, its checkpoint and its tree. */
class ReceiptIT {
  private static final AssayProcess ASSAY = AssayProcess.shared();

  private static HttpResponse<byte[]> get(HttpClient http, String url, String key)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> published(HttpClient http, String url, String key)
      throws IOException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      var answer = get(http, url, key);
      if (answer.statusCode() != 503) {
        return answer;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no checkpoint covered the entry within a minute");
  }

  @Test
  void anAnswerIsProvedByItsReceiptAndTheLogsKeyAlone() throws Exception {
    var key = ASSAY.fact("trial_key");
    try (var http = HttpClient.newHttpClient()) {
      var chat =
          HttpRequest.newBuilder(URI.create(ASSAY.gateway() + "/v1/chat/completions"))
              .header("Authorization", "Bearer " + key)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"model\":\"sample-chat\",\"messages\":"
                          + "[{\"role\":\"user\",\"content\":\"hello\"}]}"))
              .build();
      var answer = http.send(chat, HttpResponse.BodyHandlers.ofString());
      var address = answer.headers().firstValue("x-assay-receipt").orElseThrow();
      var receipt = published(http, ASSAY.gateway() + address, key);
      var log =
          new String(get(http, ASSAY.office() + "/log", "").body(), StandardCharsets.UTF_8)
              .lines()
              .toList();

      var entry = Receipt.parse(receipt.body()).verify(List.of(VerifierKey.parse(log.get(1))));
      assertThat(entry.type()).isEqualTo("exchange.closed");
      assertThat(entry.body().get("exchange"))
          .isEqualTo(answer.headers().firstValue("x-assay-content-id").orElseThrow());

      assertThat(get(http, ASSAY.office() + log.getFirst() + "/checkpoint", "").statusCode())
          .isEqualTo(200);
      assertThat(
              get(http, ASSAY.office() + log.getFirst() + "/tile/entries/000.p/1", "").statusCode())
          .isEqualTo(404);
      assertThat(get(http, ASSAY.gateway() + address, ASSAY.fact("unverified_key")).statusCode())
          .isEqualTo(200);
    }
  }
}
