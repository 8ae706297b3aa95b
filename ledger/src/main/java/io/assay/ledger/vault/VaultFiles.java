package io.assay.ledger.vault;

import io.assay.ledger.store.LogStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the vault's keys, states and ciphertexts lie in its two stores. Names are keyed hashes, so
 * that a listing tells nobody whose data there is.
 */
final class VaultFiles {

  private static final String STATE = "state";
  private static final String KEYS = "keys/";

  private final LogStore keys;
  private final LogStore objects;
  private final byte[] secret;

  VaultFiles(LogStore keys, LogStore objects, byte[] secret) {
    this.keys = keys;
    this.objects = objects;
    this.secret = secret.clone();
  }

  /** The directory of a subject. */
  String subject(String subject) {
    String hash = keyedHash(subject.getBytes(StandardCharsets.UTF_8));
    return hash.substring(0, 2) + "/" + hash;
  }

  SubjectState state(String subject) {
    Optional<byte[]> kept = keys.read(subject + "/" + STATE);
    if (kept.isPresent()) {
      return SubjectState.parse(kept.get());
    }
    SubjectState state = SubjectState.active();
    write(subject, state);
    return state;
  }

  boolean isRestricted(String subject) {
    return keys.read(subject + "/" + STATE)
        .map(SubjectState::parse)
        .filter(SubjectState::isRestricted)
        .isPresent();
  }

  void write(String subject, SubjectState state) {
    keys.write(Map.of(subject + "/" + STATE, state.bytes()));
  }

  Optional<DataKey> key(String subject, String fileName) {
    return keys.read(subject + "/" + KEYS + fileName).map(DataKey::parse);
  }

  void write(String subject, DataKey key) {
    keys.write(Map.of(subject + "/" + KEYS + key.fileName(), key.bytes()));
  }

  List<DataKey> keysOf(String subject) {
    return keys.list(subject + "/" + KEYS).stream()
        .flatMap(path -> keys.read(path).stream())
        .map(DataKey::parse)
        .toList();
  }

  /** All subjects that have keys or a state. */
  List<String> subjects() {
    return keys.list("").stream()
        .filter(path -> path.length() > 67)
        .map(path -> path.substring(0, 67))
        .distinct()
        .toList();
  }

  /** Overwrites and deletes a key, then all ciphertexts under it. Returns how many there were. */
  int destroy(String subject, DataKey key) {
    String path = subject + "/" + KEYS + key.fileName();
    keys.write(Map.of(path, new byte[key.bytes().length]));
    keys.delete(List.of(path));
    List<String> sealed = objects.list(subject + "/" + key.fileName() + "/");
    objects.delete(sealed);
    return sealed.size();
  }

  boolean hasObjects(String subject, DataKey key) {
    return !objects.list(subject + "/" + key.fileName() + "/").isEmpty();
  }

  void forget(String subject) {
    keys.delete(List.of(subject + "/" + STATE));
  }

  void writeObject(String subject, DataKey key, Address address, byte[] sealed) {
    objects.write(Map.of(objectPath(subject, key.fileName(), address), sealed));
  }

  Optional<byte[]> object(String subject, DataKey key, Address address) {
    return objects.read(objectPath(subject, key.fileName(), address));
  }

  private String objectPath(String subject, String key, Address address) {
    return subject + "/" + key + "/" + keyedHash(address.bytes());
  }

  private String keyedHash(byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(data));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }
}
