package io.assay.bench.gateway;

import io.assay.gateway.http.Inbound;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A chat request of about a kilobyte, and nobody who reads the answer. */
final class SilentCall implements Inbound {
  private static final byte[] BODY =
      ("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
              + "Tell me how the tide comes and goes, in plain words. ".repeat(20)
              + "\"}]}")
          .getBytes(StandardCharsets.UTF_8);

  private final String id = UUID.randomUUID().toString();
  private int status;

  @Override
  public String id() {
    return id;
  }

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public Optional<String> header(String name) {
    return name.equals("Authorization") ? Optional.of("Bearer good") : Optional.empty();
  }

  @Override
  public byte[] body(long limit) {
    return BODY;
  }

  @Override
  public void send(int code, String contentType, Map<String, String> headers, byte[] body) {
    status = code;
  }

  @Override
  public OutputStream stream(String contentType, Map<String, String> headers) {
    status = 200;
    return new ByteArrayOutputStream();
  }

  @Override
  public boolean started() {
    return status != 0;
  }

  void requireDelivered() {
    if (status != 200) {
      throw new IllegalStateException("the exchange ended with " + status);
    }
  }
}
