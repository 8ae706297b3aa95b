package io.assay.ledger.vault;

import io.assay.ledger.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * A key as it is kept: the data of one subject, class of event and month is encrypted under it.
 *
 * @param id a random name that erasure certificates use
 * @param wrapped the key under the master key
 */
record DataKey(
    String id, String eventClass, YearMonth month, CipherProfile profile, byte[] wrapped) {

  static DataKey create(
      String eventClass, YearMonth month, CipherProfile profile, MasterKey master) {
    String id = HexFormat.of().formatHex(CipherProfile.random(16));
    return new DataKey(id, eventClass, month, profile, master.wrap(profile.newKey(), context(id)));
  }

  static DataKey parse(byte[] bytes) {
    Map<String, Object> fields = CanonicalJson.decode(bytes);
    if (fields.get("id") instanceof String id
        && fields.get("class") instanceof String eventClass
        && fields.get("month") instanceof String month
        && fields.get("profile") instanceof String profile
        && fields.get("wrapped") instanceof String wrapped) {
      return new DataKey(
          id,
          eventClass,
          YearMonth.parse(month),
          CipherProfile.valueOf(profile),
          Base64.getDecoder().decode(wrapped));
    }
    throw new IllegalArgumentException("a data key has id, class, month, profile and wrapped");
  }

  /** The name of the key's file among those of its subject. */
  static String fileName(String eventClass, YearMonth month) {
    return eventClass + "~" + month;
  }

  /** The month in the name of a key's file. */
  static YearMonth monthOf(String fileName) {
    return YearMonth.parse(fileName.substring(fileName.indexOf('~') + 1));
  }

  String fileName() {
    return fileName(eventClass, month);
  }

  byte[] bytes() {
    return CanonicalJson.encode(
        Map.of(
            "id", id,
            "class", eventClass,
            "month", month.toString(),
            "profile", profile.name(),
            "wrapped", Base64.getEncoder().encodeToString(wrapped)));
  }

  /** The key itself. */
  byte[] secret(MasterKey master) {
    return master.unwrap(wrapped, context(id));
  }

  byte[] decrypt(MasterKey master, byte[] sealed, byte[] context) {
    return profile.decrypt(secret(master), sealed, context);
  }

  private static byte[] context(String id) {
    return ("assay-data-key/v1 " + id).getBytes(StandardCharsets.UTF_8);
  }
}
