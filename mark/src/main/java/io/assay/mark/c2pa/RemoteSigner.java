package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cose.SigningAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * Signs at a service: the bytes to be signed go out by POST as {@code application/octet-stream}
 * with a bearer token, the raw COSE signature comes back. A signature that the certificate does not
 * verify is refused. Safe for use by several threads.
 */
public final class RemoteSigner implements C2paSigner {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI service;
  private final String token;
  private final List<X509Certificate> chain;
  private final SigningAlgorithm algorithm;

  public RemoteSigner(URI service, String token, List<X509Certificate> chain) {
    this.service = service;
    this.token = token;
    this.chain = List.copyOf(chain);
    this.algorithm =
        SigningAlgorithm.of(chain.getFirst().getPublicKey())
            .orElseThrow(
                () -> new IllegalArgumentException("C2PA allows no such key as the certificate's"));
  }

  @Override
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public List<X509Certificate> chain() {
    return chain;
  }

  @Override
  public byte[] sign(byte[] data) {
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/octet-stream")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(data))
            .build();
    HttpResponse<byte[]> response = send(request);
    boolean sound =
        response.statusCode() == 200
            && algorithm.verify(chain.getFirst().getPublicKey(), data, response.body());
    if (!sound) {
      throw new MarkException(
          MarkException.Reason.IO,
          service + " answered " + response.statusCode() + " without a signature that verifies");
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new MarkException(MarkException.Reason.IO, service + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MarkException(MarkException.Reason.IO, service + " was interrupted", e);
    }
  }
}
