package io.assay.office.calendar;

import io.assay.office.approval.ActionRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of a year with its signature: Ed25519 over the bytes of the file, in base64.
 *
 * @param file JSON with {@code year, version, source, off, work}
 */
record SignedYear(String file, String signature) {
  private static final String ALGORITHM = "Ed25519";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The year that one of the keys signed.
   *
   * @throws ActionRefusedException {@code calendar.signature} when none did, {@code
   *     calendar.malformed} when what was signed is no calendar
   */
  Year read(List<PublicKey> trusted) {
    if (trusted.stream().noneMatch(this::signedBy)) {
      throw new ActionRefusedException("calendar.signature");
    }
    try {
      return JSON.readValue(file, Year.class);
    } catch (JacksonException | IllegalArgumentException notACalendar) {
      throw new ActionRefusedException("calendar.malformed");
    }
  }

  private boolean signedBy(PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(file.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getMimeDecoder().decode(signature.strip()));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  /**
   * A public key in PEM or its base64 alone.
   *
   * @throws IllegalArgumentException when it is no Ed25519 key
   */
  static PublicKey key(String pem) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 public key: " + pem, e);
    }
  }
}
