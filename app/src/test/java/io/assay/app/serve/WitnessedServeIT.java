package io.assay.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.config.Settings;
import io.assay.ledger.Receipt;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.witness.Witness;
import io.assay.ledger.witness.WitnessServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with a witness: an answer leaves once its record is cosigned. */
class WitnessedServeIT {
  @TempDir Path folder;

  @Test
  void anAnswerLeavesOnlyOnceItsRecordIsWitnessed() throws Exception {
    var data = folder.resolve("data");
    try (var first = start(data, "")) {
      assertThat(first.gatewayUrl()).isNotEmpty();
    }
    var log = logKeys(data);
    var classic = key(KeyType.COSIGNATURE_ED25519);
    var quantumSafe = key(KeyType.COSIGNATURE_ML_DSA_44);
    var witness =
        new Witness(log, List.of(classic, quantumSafe), Disk.real(), folder.resolve("witness"));
    try (var witnessServer = new WitnessServer(witness, new InetSocketAddress("localhost", 0));
        var server = start(data, witnessed(witnessServer.uri(), classic, quantumSafe));
        var http = HttpClient.newHttpClient()) {
      var answer = call(http, server, data);
      assertThat(answer.statusCode()).isEqualTo(200);
      var receipt = receipt(http, server, data, answer.headers().firstValue("x-assay-receipt"));
      var cosigned =
          TrustPolicy.of(log)
              .withWitnesses(2, List.of(classic.verifier(), quantumSafe.verifier()))
              .check(receipt.checkpoint());
      assertThat(cosigned.size()).isGreaterThan(receipt.index());
      assertThat(receipt.verify(log).type()).isEqualTo("exchange.closed");
    }
  }

  private static Receipt receipt(HttpClient http, Server server, Path data, Optional<String> path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.gatewayUrl() + path.orElseThrow()))
            .header("Authorization", bearer(data))
            .build();
    return Receipt.parse(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private static HttpResponse<String> call(HttpClient http, Server server, Path data)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.gatewayUrl() + "/v1/chat/completions"))
            .header("Authorization", bearer(data))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"sample-chat\",\"messages\":"
                        + "[{\"role\":\"user\",\"content\":\"hello\"}]}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String bearer(Path data) {
    var facts = JsonMapper.builder().build().readTree(data.resolve("first-run.json").toFile());
    return "Bearer " + facts.path("trial_key").asString();
  }

  private static Server start(Path data, String yaml) {
    var config = Settings.parse(yaml, AppConfig.class, Map.of()).withOfficePort(Optional.of(0));
    return Server.start(
        new Server.Options(data, 0, config, Map.of(), Clock.systemUTC()),
        new PrintWriter(Writer.nullWriter(), true));
  }

  private static String witnessed(URI url, SigningKey... keys) {
    return """
        ledger:
          witnesses:
            required: 1
            of:
              - url: %s
                keys: ["%s", "%s"]
          waitsFor:
            exchanges: witnessed
        """
        .formatted(url, keys[0], keys[1]);
  }

  private static SigningKey key(KeyType type) {
    return SigningKey.generate("witness.example", type, InstantSource.system());
  }

  private static List<VerifierKey> logKeys(Path data) throws IOException {
    try (var files = Files.walk(data.resolve("ledger"), 2)) {
      var file = files.filter(path -> path.endsWith("vkey")).findAny().orElseThrow();
      return Files.readAllLines(file).stream().map(VerifierKey::parse).toList();
    }
  }
}
