package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A write-ahead log with group commit: whatever is appended while one fdatasync runs shares the
 * next. There is no linger, for the fdatasync itself is the time in which a batch gathers.
 *
 * <p>Guarantee: once a ticket's future has completed, its record is found again by {@link #open}
 * after any crash that the disk's durable content survives. Thread-safe; waits park virtual
 * threads.
 */
public final class Wal implements AutoCloseable {

  private final Disk disk;
  private final Path directory;
  private final Fence fence;
  private final SegmentTable segments;
  private final Intake intake;
  private final Committer committer;
  private final List<Thread> threads;

  private Wal(Disk disk, Path directory, String shard, WalSettings settings, long from)
      throws IOException {
    this.disk = disk;
    this.directory = directory;
    disk.createDirectories(directory);
    Recovery recovery = Recovery.of(disk, directory, shard, from);
    this.segments = new SegmentTable(disk, recovery.segments());
    this.fence = Fence.raise(disk, directory, segments.latestEpoch());
    long first = recovery.end() - recovery.tail().size();
    LiveSegment active = segment(shard, first);
    SpareKeeper.Maker maker =
        () -> LiveSegment.preallocate(disk, directory, settings.segmentBytes());
    try {
      maker.make();
      active.activate(recovery.tail());
      active.seal(recovery.end());
      segments.add(active);
      giveBackRoom(recovery);
    } catch (IOException | RuntimeException failed) {
      active.close();
      fence.close();
      throw failed;
    }
    long bytes = SegmentHeader.BYTES + recovery.tail().stream().mapToLong(Frame::size).sum();
    this.intake =
        new Intake(settings, maker, index -> segment(shard, index), active, bytes, recovery.end());
    this.committer = new Committer(directory, intake, fence, segments, active);
    this.threads = List.of(thread("assay-wal", committer), thread("assay-wal-spare", this::spare));
  }

  /**
   * Opens the log in a directory, recovering what it holds, or begins one.
   *
   * @throws LedgerException when the log is damaged
   */
  public static Wal open(Disk disk, Path directory, String shard, WalSettings settings)
      throws IOException {
    return open(disk, directory, shard, settings, 0);
  }

  /**
   * Opens the log in a directory as far as it matters.
   *
   * @param from the records before this index were found good earlier and are not read again; an
   *     empty log begins with it
   * @throws LedgerException when the log is damaged
   */
  public static Wal open(Disk disk, Path directory, String shard, WalSettings settings, long from)
      throws IOException {
    Wal wal = new Wal(disk, directory, shard, settings, from);
    wal.threads.forEach(Thread::start);
    return wal;
  }

  /**
   * Appends a record. Returns before it is durable; blocks while too many are in flight.
   *
   * @throws LedgerException when the log is closed, has failed or has no room
   */
  public WalTicket append(byte[] payload) {
    if (payload.length == 0 || payload.length > Frame.MAX_PAYLOAD) {
      throw new IllegalArgumentException("a record of " + payload.length + " bytes");
    }
    return intake.add(payload);
  }

  /** The number of records that are durable. */
  public long durableEnd() {
    return intake.durableEnd();
  }

  /** The index of the oldest record that has not been trimmed. */
  public long first() {
    return segments.first();
  }

  /** The index of the first record of the segment that is being filled. */
  public long segmentFirst() {
    return segments.lastFirst();
  }

  /** Why the log refuses, if it does. */
  public Optional<LedgerException> failure() {
    return intake.failure();
  }

  /** Waits until more than so many records are durable; returns at the latest after a time. */
  public long awaitBeyond(long end, long nanos) throws InterruptedException {
    return intake.awaitBeyond(end, nanos);
  }

  /** Reads durable records from an index on. */
  public WalCursor cursor(long from) {
    return new WalCursor(this, segments, from);
  }

  /** Fails when another writer has taken the shard. */
  public void checkFence() throws IOException {
    fence.check();
  }

  /** Waits until everything appended so far is durable or has failed. */
  public void drain() {
    intake.drain();
  }

  /** Deletes the segments whose records all come before an index. */
  public void trim(long before) throws IOException {
    segments.trim(before);
    disk.forceDirectory(directory);
  }

  /** Makes everything appended durable and stops. */
  @Override
  public void close() throws IOException {
    intake.close();
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    committer.close();
    fence.close();
  }

  private LiveSegment segment(String shard, long first) {
    return new LiveSegment(disk, directory, new SegmentHeader(shard, fence.epoch(), first));
  }

  /** Cuts the segment that was last filled to the records it holds. */
  private void giveBackRoom(Recovery recovery) throws IOException {
    if (!recovery.segments().isEmpty()) {
      Path last = recovery.segments().get(recovery.segments().size() - 1).path();
      try (DiskFile file = disk.open(last)) {
        file.truncate(recovery.bytes());
      }
    }
  }

  private void spare() {
    intake.spare().keep();
  }

  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform()
        .daemon()
        .inheritInheritableThreadLocals(false)
        .name(name)
        .unstarted(work);
  }
}
