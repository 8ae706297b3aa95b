package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
   * Writes the file, and what belongs beside it, each beside its target first, flushed to the disk
   * and put in place in one step, so that nobody ever sees half of it. The target may be the
   * original; a folder for it is made.
   */
  public void copyTo(Path target) {
    replace(target, media.source());
    sidecar.ifPresent(
        json ->
            replace(
                beside(target, SIDECAR_SUFFIX), Source.of(json.getBytes(StandardCharsets.UTF_8))));
    manifest.ifPresent(bytes -> replace(beside(target, MANIFEST_SUFFIX), Source.of(bytes)));
  }

  private static Path beside(Path target, String suffix) {
    return target.resolveSibling(target.getFileName() + suffix);
  }

  private static void replace(Path target, Source content) {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "target");
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Path draft = folder.resolve(".assay-" + UUID.randomUUID() + ".part");
      try {
        write(draft, content);
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new MarkException(Reason.IO, "cannot write " + target, e);
    }
  }

  private static void write(Path draft, Source content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.copyTo(channel, 0, content.length());
      channel.force(true);
    }
  }
}
