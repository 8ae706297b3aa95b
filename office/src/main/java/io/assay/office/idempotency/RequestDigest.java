package io.assay.office.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells one request from another: method, address and what it carries, each with its length. */
final class RequestDigest {
  private final MessageDigest sha256;

  private RequestDigest(MessageDigest sha256) {
    this.sha256 = sha256;
  }

  static RequestDigest of(HttpServletRequest request) {
    try {
      @Nullable String query = request.getQueryString();
      return new RequestDigest(MessageDigest.getInstance("SHA-256"))
          .add(request.getMethod())
          .add(request.getRequestURI())
          .add(query == null ? "" : query);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  RequestDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  RequestDigest add(byte[] bytes) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha256.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
