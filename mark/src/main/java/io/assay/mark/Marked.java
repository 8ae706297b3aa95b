package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A labelled file, read back and found good. Its bytes are put together as they are copied, from
 * the original and the edits, so the original must stay open and unchanged until then.
 *
 * @param media the labelled file
 * @param labels what was written, in order of writing
 * @param sidecar the implicit label of a format that has no place for it; keep it beside the file
 *     under the name of the file with {@value #SIDECAR_SUFFIX} appended
 */
public record Marked(
    Media media, List<AppliedLabel> labels, Optional<String> sidecar, Optional<byte[]> manifest) {
  /** What the name of a file ends in that holds the implicit label of another. */
  public static final String SIDECAR_SUFFIX = ".aigc.json";

  /** What the name of a file ends in that holds the C2PA manifest of another. */
  public static final String MANIFEST_SUFFIX = ".c2pa";

  public Marked {
    labels = List.copyOf(labels);
  }

  /** The whole file in memory. */
  public byte[] bytes() {
    return media.source().bytes();
  }

  /** SHA-256 of the content without metadata, which stripping a label leaves as it is. */
  public String payloadSha256() {
    return Payload.sha256(media);
  }

  public void copyTo(OutputStream out) {
    media.source().copyTo(out);
  }

  /**
   * Writes the file beside {@code target}, flushes it to the disk and puts it in place in one step,
   * so that nobody ever sees half of it. The target may be the original.
   */
  public void copyTo(Path target) {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "target");
    try {
      Path draft = Files.createFile(folder.resolve(".assay-" + UUID.randomUUID() + ".part"));
      try {
        write(draft);
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new MarkException(Reason.IO, "cannot write " + target, e);
    }
  }

  private void write(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      copyTo(out);
      out.flush();
      channel.force(true);
    }
  }
}
