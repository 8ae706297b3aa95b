package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.NoteSigner;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.store.LogStore;
import io.assay.ledger.tree.NodeReader;
import io.assay.ledger.wal.Wal;
import io.assay.ledger.wal.WalCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns durable records into signed, published checkpoints, in the order that makes a fork
 * impossible: tiles durable, checkpoint signed and kept, cosigned, published. Thread-safe.
 */
public final class Publisher implements AutoCloseable {

  /**
   * The copy of the records that is made elsewhere. Nothing is signed before it is copied, so that
   * whatever was ever signed can be brought back from there.
   */
  public interface Copy {

    /** How many records it holds; more than any when no copy is made. */
    long end();

    /** Tells it how many entries a published checkpoint covers. */
    void published(long size);
  }

  /** What a publisher works with. */
  public record Parts(
      String origin,
      Disk disk,
      Path directory,
      Wal wal,
      LogStore store,
      LogKeys keys,
      List<NoteSigner> signers,
      Optional<Cosigning> cosigning,
      Copy copy,
      InstantSource clock) {}

  private final Parts parts;
  private final StoredTiles tiles;
  private final Integrator integrator;
  private final WalCursor records;
  private final ReentrantLock working = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SignedNote signed;
  private volatile @Nullable SignedNote published;

  /**
   * Continues from the last signed checkpoint.
   *
   * @throws LedgerException when the stored tiles do not make up its tree
   */
  public Publisher(Parts parts, Optional<Head> head) {
    this.parts = parts;
    this.tiles = new StoredTiles(parts.store());
    long size = head.map(last -> last.checkpoint().size()).orElse(0L);
    this.integrator = new Integrator(parts.store(), size);
    this.records = parts.wal().cursor(size);
    this.signed = head.map(Head::note).orElse(null);
    this.published = parts.store().read("checkpoint").map(SignedNote::parse).orElse(null);
    head.ifPresent(
        last -> {
          if (!integrator.root().equals(last.checkpoint().root())) {
            throw new LedgerException(
                Reason.CORRUPT,
                "the tiles in %s do not make up the tree of %d entries that was signed; restore them"
                    .formatted(parts.store(), size));
          }
        });
  }

  /** The published checkpoint, with its cosignatures. */
  public Optional<SignedNote> published() {
    return Optional.ofNullable(published);
  }

  /**
   * Publishes everything that is durable and copied, unless that has been done.
   *
   * @throws LedgerException when that fails; it can be tried again
   */
  public void publish() {
    working.lock();
    try {
      advance();
    } catch (LedgerException failed) {
      throw failed;
    } catch (IOException | RuntimeException failed) {
      throw new LedgerException(
          Reason.UNAVAILABLE, "publishing failed: " + failed.getMessage(), failed);
    } finally {
      working.unlock();
    }
  }

  /** Waits until the published tree holds an entry; false when the time passed first. */
  public boolean awaitPublished(long index, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (size(published) <= index) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private void advance() throws IOException {
    long end = Math.min(parts.wal().durableEnd(), parts.copy().end());
    if (end == 0) {
      return;
    }
    if (end > integrator.size() || signed == null) {
      integrator.advance(records, end);
    }
    SignedNote note = signed;
    if (note == null || size(note) < integrator.size()) {
      note = sign();
    }
    if (published == null || !published.text().equals(note.text())) {
      show(cosign(note));
    }
  }

  private SignedNote sign() throws IOException {
    parts.wal().checkFence();
    Checkpoint checkpoint = new Checkpoint(parts.origin(), integrator.size(), integrator.root());
    SignedNote note = SignedNote.sign(checkpoint.text(), signers());
    new Head(parts.clock().instant(), note).write(parts.disk(), parts.directory());
    signed = note;
    return note;
  }

  private List<NoteSigner> signers() {
    List<NoteSigner> all = new ArrayList<>(parts.keys().signing());
    all.addAll(parts.signers());
    return all;
  }

  private SignedNote cosign(SignedNote note) {
    return parts.cosigning().map(witnesses -> witnesses.cosign(request(note))).orElse(note);
  }

  private Cosigning.Request request(SignedNote note) {
    return new Cosigning.Request(note, new NodeReader(size(note), tiles), parts.keys().verifiers());
  }

  private void show(SignedNote note) throws IOException {
    parts.store().write(Map.of("checkpoint", note.toString().getBytes(StandardCharsets.UTF_8)));
    lock.lock();
    try {
      published = note;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    integrator.dropReplaced();
    parts.wal().trim(Math.min(size(note), parts.copy().end()));
    parts.copy().published(size(note));
  }

  private static long size(@Nullable SignedNote note) {
    return note == null ? 0 : Checkpoint.parse(note.text()).size();
  }
}
