package io.assay.review.pool;

import io.assay.review.Pool;
import io.assay.review.ReviewException;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pool that one operator signs and another can trust: the pool's features, version and content
 * hash in an envelope with an Ed25519 signature.
 *
 * <p>Source: DSSE, Dead Simple Signing Envelope 1.0; RFC 8032.
 */
public final class PoolBundle {

  private static final String TYPE = "application/vnd.assay.pool+json";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PoolBundle() {}

  /** What opening a bundle gave. */
  public sealed interface Opened {

    /** The pool, signed by a trusted key and whole. */
    record Trusted(Pool pool, String keyId) implements Opened {}

    /** Nothing, and why. */
    record Rejected(String reason) implements Opened {}
  }

  /** Signs a pool with an Ed25519 key that the receiver knows under an id. */
  public static byte[] sign(Pool pool, String keyId, PrivateKey key) {
    ObjectNode content = MAPPER.createObjectNode();
    content.put("version", pool.version());
    content.put("contentHash", pool.contentHash());
    content.put("features", PoolJson.text(pool));
    byte[] payload = MAPPER.writeValueAsBytes(content);
    ObjectNode envelope = MAPPER.createObjectNode();
    envelope.put("payloadType", TYPE);
    envelope.put("payload", Base64.getEncoder().encodeToString(payload));
    envelope
        .putArray("signatures")
        .addObject()
        .put("keyid", keyId)
        .put("sig", Base64.getEncoder().encodeToString(signature(payload, key)));
    return MAPPER.writeValueAsBytes(envelope);
  }

  /** Opens a bundle; only a signature by one of the trusted keys makes its content known. */
  public static Opened open(byte[] bundle, Map<String, PublicKey> trusted) {
    try {
      JsonNode envelope = MAPPER.readTree(bundle);
      if (!envelope.path("payloadType").asString("").equals(TYPE)) {
        return new Opened.Rejected("the file is no signed pool; its payload type is not " + TYPE);
      }
      byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asString(""));
      for (JsonNode signature : envelope.path("signatures")) {
        String keyId = signature.path("keyid").asString("");
        PublicKey key = trusted.get(keyId);
        if (key != null && verifies(payload, signature.path("sig").asString(""), key)) {
          return read(payload, keyId);
        }
      }
      return new Opened.Rejected("no signature by a trusted key; trusted are " + trusted.keySet());
    } catch (JacksonException | IllegalArgumentException | ReviewException e) {
      return new Opened.Rejected("the file is damaged: " + e.getMessage());
    }
  }

  private static Opened read(byte[] payload, String keyId) {
    JsonNode content = MAPPER.readTree(payload);
    Import features = PoolJson.read(new StringReader(content.path("features").asString("")));
    Pool pool = Pool.of(content.path("version").asString(""), features.orThrow());
    if (!pool.contentHash().equals(content.path("contentHash").asString(""))) {
      return new Opened.Rejected(
          "the features do not have the content hash that was signed; the signer's release of"
              + " Assay reads or hashes features otherwise");
    }
    return new Opened.Trusted(pool, keyId);
  }

  private static byte[] signature(byte[] payload, PrivateKey key) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(authenticated(payload));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key cannot sign with Ed25519; give such a key", e);
    }
  }

  private static boolean verifies(byte[] payload, String signature, PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(authenticated(payload));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] authenticated(byte[] payload) {
    String head = "DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(payload);
    return out.toByteArray();
  }
}
