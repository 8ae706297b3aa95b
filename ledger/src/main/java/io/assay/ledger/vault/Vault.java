package io.assay.ledger.vault;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.nio.ByteBuffer;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps payloads encrypted under keys of their subjects, so that destroying a key erases what was
 * under it while the log, which holds commitments only, stays as it is.
 *
 * <p>Guarantees: a sealed payload is durable when {@link Sealed#await} returns; a ciphertext moved
 * to another address does not open; what opens matches its commitment; when a write fails,
 * everything further is refused. Thread-safe; one process at a time seals and erases, any may open.
 */
public final class Vault implements AutoCloseable {

  private static final int MOST_USABLE = 10_000;

  private final VaultConfig config;
  private final VaultFiles files;
  private final ReentrantLock keyMaking = new ReentrantLock();
  private final Map<String, Usable> usable = new ConcurrentHashMap<>();

  /** A key that payloads are being sealed under, and what it is unwrapped. */
  private record Usable(DataKey kept, byte[] secret) {
    byte[] encrypt(byte[] plain, byte[] context) {
      return kept.profile().encrypt(secret, plain, context);
    }
  }

  public Vault(VaultConfig config) {
    this.config = config;
    this.files = new VaultFiles(config.storage(), config.secret());
  }

  /**
   * Encrypts a payload and starts to keep it; returns before it is durable.
   *
   * @throws LedgerException when the subject's data is restricted or the store cannot take it
   */
  public Sealed seal(Address address, byte[] payload) {
    config.retention().check(address.eventClass());
    String subject = files.subject(address.subject());
    byte[] salt = CipherProfile.random(Commitment.SALT_BYTES);
    byte[] plain = ByteBuffer.allocate(salt.length + payload.length).put(salt).put(payload).array();
    Usable key = keyFor(subject, address.eventClass());
    byte[] sealed = key.encrypt(plain, address.bytes());
    return new Sealed(
        Commitment.of(salt, payload), files.keep(subject, key.kept(), address, sealed));
  }

  /**
   * Opens a payload; empty when it was erased or never kept.
   *
   * @throws LedgerException when the subject's data is restricted and the purpose is the service's
   *     own, or when what is kept is not what was committed to
   */
  public Optional<Opened> open(Address address, Commitment commitment, Purpose purpose) {
    String subject = files.subject(address.subject());
    if (purpose == Purpose.SERVICE && files.isRestricted(subject)) {
      throw restricted();
    }
    for (DataKey key : files.keysOf(subject)) {
      Optional<byte[]> sealed = files.find(subject, key, address);
      if (sealed.isPresent()) {
        return Optional.of(open(key, sealed.get(), address, commitment));
      }
    }
    return Optional.empty();
  }

  /** A random name under which the log may speak of a subject until its data is erased. */
  public String pseudonym(String subject) {
    keyMaking.lock();
    try {
      return files.state(files.subject(subject)).pseudonym();
    } finally {
      keyMaking.unlock();
    }
  }

  /** Makes everything sealed durable and stops. */
  @Override
  public void close() {
    files.close();
  }

  VaultConfig config() {
    return config;
  }

  VaultFiles files() {
    return files;
  }

  /** Runs a change of a subject's state or keys, apart from all others. */
  <T> T alone(Supplier<T> change) {
    keyMaking.lock();
    try {
      usable.clear();
      return change.get();
    } finally {
      keyMaking.unlock();
    }
  }

  private Usable keyFor(String subject, String eventClass) {
    YearMonth month = YearMonth.from(config.clock().instant().atZone(config.retention().zone()));
    String path = subject + "/" + DataKey.fileName(eventClass, month);
    Usable known = usable.get(path);
    if (known != null) {
      return known;
    }
    keyMaking.lock();
    try {
      DataKey kept = keyOrNew(subject, eventClass, month);
      Usable key = new Usable(kept, kept.secret(config.master()));
      if (usable.size() >= MOST_USABLE) {
        usable.clear();
      }
      usable.put(path, key);
      return key;
    } finally {
      keyMaking.unlock();
    }
  }

  private DataKey keyOrNew(String subject, String eventClass, YearMonth month) {
    if (files.state(subject).isRestricted()) {
      throw restricted();
    }
    return files
        .key(subject, DataKey.fileName(eventClass, month))
        .orElseGet(
            () -> {
              DataKey key = DataKey.create(eventClass, month, config.profile(), config.master());
              files.write(subject, key);
              return key;
            });
  }

  private Opened open(DataKey key, byte[] sealed, Address address, Commitment commitment) {
    try {
      byte[] plain = key.decrypt(config.master(), sealed, address.bytes());
      Opened opened =
          new Opened(
              Arrays.copyOfRange(plain, Commitment.SALT_BYTES, plain.length),
              Arrays.copyOf(plain, Commitment.SALT_BYTES));
      if (opened.commitment().equals(commitment)) {
        return opened;
      }
    } catch (IllegalArgumentException foreign) {
      throw new LedgerException(
          Reason.CORRUPT,
          "%s of exchange %s: %s"
              .formatted(address.field(), address.exchange(), foreign.getMessage()),
          foreign);
    }
    throw new LedgerException(
        Reason.CORRUPT,
        "%s of exchange %s is not what the log committed to"
            .formatted(address.field(), address.exchange()));
  }

  private static LedgerException restricted() {
    return new LedgerException(
        Reason.RESTRICTED,
        "the subject's data is restricted to storage and protection; only an order opens it");
  }
}
