package io.assay.ledger.publish;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The last checkpoint that a shard has signed, and the clock's reading then. It is kept before the
 * checkpoint is shown to anybody, so that no second one of the same size can ever be signed.
 */
public record Head(Instant time, SignedNote note) {

  private static final String FILE = "head";

  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /** The head kept in a directory, if the shard has signed anything yet. */
  public static Optional<Head> read(Disk disk, Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = new String(disk.read(file), StandardCharsets.UTF_8);
      int line = text.indexOf('\n') + 1;
      return Optional.of(
          new Head(
              Instant.parse(text.substring(0, Math.max(0, line - 1))),
              SignedNote.parse(text.substring(line).getBytes(StandardCharsets.UTF_8))));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw new LedgerException(
          LedgerException.Reason.CORRUPT,
          file + " is damaged: " + damaged.getMessage() + "; restore it from a copy",
          damaged);
    }
  }

  void write(Disk disk, Path directory) throws IOException {
    disk.replace(directory.resolve(FILE), (time + "\n" + note).getBytes(StandardCharsets.UTF_8));
  }
}
