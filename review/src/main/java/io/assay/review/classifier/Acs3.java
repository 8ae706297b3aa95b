package io.assay.review.classifier;

import io.assay.review.classifier.JsonService.Signing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers by which a POST request to Alibaba Cloud proves its sender.
 *
 * <p>Source: Alibaba Cloud SDK, request syntax and signature method V3 (ACS3-HMAC-SHA256).
 */
final class Acs3 {

  private static final String ALGORITHM = "ACS3-HMAC-SHA256";

  private Acs3() {}

  /** The headers to send; {@code host} is signed but sent by the HTTP client. */
  static Map<String, String> headers(
      Signing.Acs3 signing,
      URI uri,
      Map<String, String> own,
      byte[] body,
      Instant now,
      String nonce) {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    headers.put("x-acs-action", signing.action());
    headers.put("x-acs-version", signing.version());
    headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
    headers.put("x-acs-signature-nonce", nonce);
    headers.put("x-acs-content-sha256", sha256(body));
    own.forEach(
        (name, value) -> {
          if (name.equals("content-type")) {
            headers.put(name, value);
          }
        });
    String names = String.join(";", headers.keySet());
    String canonical =
        String.join(
            "\n",
            "POST",
            uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
            uri.getRawQuery() == null ? "" : uri.getRawQuery(),
            headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            headers.get("x-acs-content-sha256"));
    String toSign = ALGORITHM + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
    headers.put(
        "authorization",
        "%s Credential=%s,SignedHeaders=%s,Signature=%s"
            .formatted(ALGORITHM, signing.keyId(), names, hmac(signing.secret(), toSign)));
    headers.remove("host");
    return headers;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
    }
  }
}
