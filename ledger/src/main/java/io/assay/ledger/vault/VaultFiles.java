package io.assay.ledger.vault;

import io.assay.ledger.store.LogStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the vault's keys, states and ciphertexts lie: those of up to 60 000 bytes in the volume of
 * their key's class and month, larger ones in files of their own. Names are keyed hashes, so that a
 * listing tells nobody whose data there is.
 */
final class VaultFiles implements AutoCloseable {

  private static final int LARGEST_IN_VOLUME = 60_000;

  private static final String STATE = "state";
  private static final String KEYS = "keys/";

  private final LogStore keys;
  private final LogStore objects;
  private final Volumes volumes;
  private final byte[] secret;
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

  VaultFiles(VaultConfig.Storage storage, byte[] secret) {
    this.keys = storage.keys();
    this.objects = storage.objects();
    this.volumes = new Volumes(storage.disk(), storage.volumes(), storage.wal());
    this.secret = secret.clone();
  }

  /** The directory of a subject. */
  String subject(String subject) {
    String hash = hex(keyedHash(subject.getBytes(StandardCharsets.UTF_8)));
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

  /**
   * Overwrites and deletes a key, then the files of the ciphertexts under it. Returns how many
   * files there were.
   */
  int destroy(String subject, DataKey key) {
    String path = subject + "/" + KEYS + key.fileName();
    keys.write(Map.of(path, new byte[key.bytes().length]));
    keys.delete(List.of(path));
    List<String> sealed = objects.list(subject + "/" + key.fileName() + "/");
    objects.delete(sealed);
    return sealed.size();
  }

  /** Deletes the volumes of months before one, as far as no subject has a key to them any more. */
  void dropVolumesBefore(YearMonth month) {
    Set<String> needed =
        keys.list("").stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    for (String volume : volumes.names()) {
      if (DataKey.monthOf(volume).isBefore(month) && !needed.contains(volume)) {
        volumes.delete(volume);
      }
    }
  }

  boolean hasObjects(String subject, DataKey key) {
    return !objects.list(subject + "/" + key.fileName() + "/").isEmpty();
  }

  void forget(String subject) {
    keys.delete(List.of(subject + "/" + STATE));
  }

  /** Starts to keep a ciphertext; the future completes once it is durable. */
  CompletableFuture<Void> keep(String subject, DataKey key, Address address, byte[] sealed) {
    if (sealed.length <= LARGEST_IN_VOLUME) {
      return volumes.append(key.fileName(), keyedHash(address.bytes()), sealed);
    }
    Map<String, byte[]> file = Map.of(objectPath(subject, key.fileName(), address), sealed);
    return CompletableFuture.runAsync(() -> objects.write(file), writers);
  }

  Optional<byte[]> find(String subject, DataKey key, Address address) {
    return objects
        .read(objectPath(subject, key.fileName(), address))
        .or(() -> volumes.find(key.fileName(), keyedHash(address.bytes())));
  }

  @Override
  public void close() {
    writers.close();
    volumes.close();
  }

  private String objectPath(String subject, String key, Address address) {
    return subject + "/" + key + "/" + hex(keyedHash(address.bytes()));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private byte[] keyedHash(byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }
}
