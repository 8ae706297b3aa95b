package io.assay.office.identity;

import io.assay.office.VerifierConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A verifier behind HTTP and JSON. Whatever is not plainly a confirmation does not confirm; what is
 * no answer at all counts as unavailable.
 */
final class HttpVerifier implements Verifier {
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final VerifierConfig config;
  private final HttpClient client;

  HttpVerifier(VerifierConfig config) {
    this.config = config;
    this.client = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
  }

  @Override
  public Finding ask(String name, String number) {
    String question =
        JSON.writeValueAsString(Map.of(config.nameField(), name, config.numberField(), number));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.url()))
            .timeout(config.timeout())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question));
    config.headers().forEach(request::setHeader);
    try {
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return answer.statusCode() == 200
            ? read(body.readNBytes(LARGEST_ANSWER))
            : Finding.UNAVAILABLE;
      }
    } catch (IOException e) {
      return Finding.UNAVAILABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.UNAVAILABLE;
    }
  }

  @Override
  public String provider() {
    return config.provider();
  }

  @Override
  public boolean offered() {
    return !config.url().isEmpty();
  }

  private Finding read(byte[] answer) {
    try {
      JsonNode result = JSON.readTree(answer).at(config.resultPointer());
      if (!result.isValueNode() || result.isNull()) {
        return Finding.UNAVAILABLE;
      }
      return config.confirmed().contains(result.asString()) ? Finding.CONFIRMED : Finding.MISMATCH;
    } catch (JacksonException e) {
      return Finding.UNAVAILABLE;
    }
  }
}
