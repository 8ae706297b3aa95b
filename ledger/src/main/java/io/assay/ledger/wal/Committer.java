package io.assay.ledger.wal;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** Writes and forces one batch after another, on a thread of its own. */
final class Committer implements Runnable {

  private final Path directory;
  private final Intake intake;
  private final Fence fence;
  private final SegmentTable segments;
  private LiveSegment active;

  Committer(Path directory, Intake intake, Fence fence, SegmentTable segments, LiveSegment active) {
    this.directory = directory;
    this.intake = intake;
    this.fence = fence;
    this.segments = segments;
    this.active = active;
  }

  @Override
  public void run() {
    for (Batch batch = intake.take(); batch != null; batch = intake.take()) {
      try {
        commit(batch);
      } catch (IOException | RuntimeException | Error failed) {
        intake.fail(batch, poisoned(failed));
        return;
      }
      intake.committed(batch);
    }
  }

  /** Closes the segment being written, after the thread has ended. */
  void close() throws IOException {
    active.close();
  }

  private void commit(Batch batch) throws IOException {
    if (batch.segment == active) {
      active.write(batch.first, batch.payloads);
      active.force();
    } else {
      turnTo(batch);
    }
    fence.check();
    if (intake.isIdle()) {
      active.seal(batch.end());
    }
  }

  private void turnTo(Batch batch) throws IOException {
    LiveSegment full = active;
    active = batch.segment;
    active.activate(batch.payloads);
    segments.add(active);
    full.finish();
    intake.turned();
  }

  private LedgerException poisoned(Throwable cause) {
    return cause instanceof LedgerException known
        ? known
        : new LedgerException(
            Reason.POISONED,
            "a write to %s failed (%s); check the disk and restart"
                .formatted(directory, cause.getMessage()),
            cause);
  }
}
