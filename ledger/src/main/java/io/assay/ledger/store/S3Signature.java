package io.assay.ledger.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests by AWS Signature Version 4. */
final class S3Signature {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

  private S3Signature() {}

  /** The headers that a request must carry. */
  static Map<String, String> headers(S3Config config, String method, URI uri, byte[] body) {
    Instant now = config.clock().instant();
    String time = TIME.format(now);
    String day = time.substring(0, 8);
    String bodyHash = hex(sha256(body));
    String request =
        String.join(
            "\n",
            method,
            uri.getRawPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            "host:" + uri.getAuthority(),
            "x-amz-content-sha256:" + bodyHash,
            "x-amz-date:" + time,
            "",
            SIGNED,
            bodyHash);
    String scope = day + "/" + config.region() + "/s3/aws4_request";
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hex(sha256(bytes(request))));
    byte[] key = mac(bytes("AWS4" + config.secretKey()), day);
    key = mac(mac(mac(key, config.region()), "s3"), "aws4_request");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amz-date", time);
    headers.put("x-amz-content-sha256", bodyHash);
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(config.accessKey(), scope, SIGNED, hex(mac(key, toSign))));
    return headers;
  }

  /** Percent-encodes all but unreserved characters, and slashes where they are wanted. */
  static String encode(String text, boolean keepSlash) {
    StringBuilder out = new StringBuilder();
    for (byte unit : bytes(text)) {
      char c = (char) (unit & 0xff);
      boolean plain =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0
              || (keepSlash && c == '/');
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }
}
