package io.assay.mark.c2pa;

import io.assay.mark.MarkException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** A time-stamping authority reached over HTTP (RFC 3161 section 3.4). Safe for several threads. */
public final class HttpTimestampAuthority implements TimestampAuthority {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI address;

  public HttpTimestampAuthority(URI address) {
    this.address = address;
  }

  @Override
  public byte[] stamp(byte[] data) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest query =
        generator.generate(
            NISTObjectIdentifiers.id_sha256, sha256(data), new BigInteger(64, RANDOM));
    try {
      TimeStampResponse response = new TimeStampResponse(post(query.getEncoded()));
      response.validate(query);
      if (response.getTimeStampToken() == null) {
        throw new MarkException(
            MarkException.Reason.IO, address + " refused: " + response.getStatusString());
      }
      return response.getTimeStampToken().getEncoded("DER");
    } catch (TSPException | IOException e) {
      throw new MarkException(MarkException.Reason.IO, address + " gave no time-stamp", e);
    }
  }

  private byte[] post(byte[] query) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(query))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
