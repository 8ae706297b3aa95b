package io.assay.ledger.witness;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSignature;
import io.assay.ledger.note.NoteSigner;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.tree.Proofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Cosigns each checkpoint of the logs it knows that grows from the one it cosigned last, and no
 * other: a log cannot show different trees to different people, nor take entries back, without the
 * witness's help.
 *
 * <p>Guarantee: comparing with the last checkpoint and keeping the new one is one step, and the new
 * one is durable before a cosignature leaves. Thread-safe.
 */
public final class Witness {

  private final Map<String, List<VerifierKey>> logs;
  private final List<NoteSigner> signers;
  private final Disk disk;
  private final Path directory;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * A witness of some logs.
   *
   * @param logs the keys of the logs; each log is known by its keys' name
   * @param signers the witness's keys, at least one of which makes timestamped cosignatures
   * @param directory where the last checkpoint of each log is kept
   */
  public Witness(
      Collection<VerifierKey> logs, List<NoteSigner> signers, Disk disk, Path directory) {
    this.logs = logs.stream().collect(Collectors.groupingBy(VerifierKey::name));
    this.signers = List.copyOf(signers);
    this.disk = disk;
    this.directory = directory;
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("a witness has at least one key");
    }
    try {
      disk.createDirectories(directory);
    } catch (IOException failed) {
      throw unavailable(failed);
    }
  }

  /** Compares a checkpoint with the last one and cosigns it. */
  public Answer add(AddCheckpoint request) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(request.checkpoint().text());
    } catch (IllegalArgumentException malformed) {
      return new Answer.Refused(400, String.valueOf(malformed.getMessage()));
    }
    List<VerifierKey> keys = logs.get(checkpoint.origin());
    if (keys == null) {
      return new Answer.Refused(404, "unknown log " + checkpoint.origin());
    }
    if (!isSigned(request.checkpoint(), keys)) {
      return new Answer.Refused(403, "not signed by " + checkpoint.origin());
    }
    if (request.oldSize() > checkpoint.size()) {
      return new Answer.Refused(400, "the old size is larger than the checkpoint");
    }
    ReentrantLock lock = locks.computeIfAbsent(checkpoint.origin(), origin -> new ReentrantLock());
    lock.lock();
    try {
      return compareAndKeep(request, checkpoint, keys);
    } catch (IOException failed) {
      throw unavailable(failed);
    } finally {
      lock.unlock();
    }
  }

  /** The last checkpoint cosigned of the log whose origin has a hash. */
  public Optional<SignedNote> latest(String originHash) {
    if (!originHash.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      return read(directory.resolve(originHash));
    } catch (IOException failed) {
      throw unavailable(failed);
    }
  }

  /** The name under which the last checkpoint of a log is served. */
  public static String originHash(String origin) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private Answer compareAndKeep(
      AddCheckpoint request, Checkpoint checkpoint, List<VerifierKey> keys) throws IOException {
    Path file = directory.resolve(originHash(checkpoint.origin()));
    Optional<Checkpoint> last = read(file).map(note -> Checkpoint.parse(note.text()));
    long lastSize = last.map(Checkpoint::size).orElse(0L);
    if (request.oldSize() != lastSize) {
      return new Answer.Conflict(lastSize);
    }
    if (!follows(last, checkpoint, request)) {
      return new Answer.Refused(422, "the checkpoint does not grow from the last one");
    }
    List<NoteSignature> cosignatures =
        signers.stream().map(signer -> signer.sign(checkpoint.text())).toList();
    List<NoteSignature> byLog =
        request.checkpoint().signatures().stream()
            .filter(signature -> keys.stream().anyMatch(key -> key.made(signature)))
            .toList();
    SignedNote kept = new SignedNote(request.checkpoint().text(), byLog).with(cosignatures);
    disk.replace(file, kept.bytes());
    return new Answer.Cosigned(cosignatures);
  }

  private static boolean follows(
      Optional<Checkpoint> last, Checkpoint next, AddCheckpoint request) {
    if (next.size() == 0 && !next.root().equals(Merkle.EMPTY_ROOT)) {
      return false;
    }
    if (request.oldSize() == 0) {
      return request.proof().isEmpty();
    }
    return Proofs.consistent(
        request.oldSize(), last.orElseThrow().root(), next.size(), next.root(), request.proof());
  }

  private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
    try {
      return !note.verifiedBy(keys).isEmpty();
    } catch (IllegalArgumentException badSignature) {
      return false;
    }
  }

  private Optional<SignedNote> read(Path file) throws IOException {
    return disk.exists(file) ? Optional.of(SignedNote.parse(disk.read(file))) : Optional.empty();
  }

  private LedgerException unavailable(IOException cause) {
    return new LedgerException(
        LedgerException.Reason.UNAVAILABLE,
        "the witness cannot keep checkpoints in %s: %s".formatted(directory, cause.getMessage()),
        cause);
  }
}
