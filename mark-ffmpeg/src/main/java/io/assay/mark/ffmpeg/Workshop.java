package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A folder for the files of one labelling; closing it leaves nothing behind. */
final class Workshop implements AutoCloseable {
  private static final long LARGEST_IN_MEMORY = 64L << 20;

  private final Path folder;

  Workshop() {
    try {
      folder = Files.createTempDirectory("assay");
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "no temporary folder can be made", e);
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** The media as a file that FFmpeg can open. */
  String input(Media media) {
    Path path = folder.resolve("in." + media.format().extension());
    try (OutputStream out = Files.newOutputStream(path)) {
      media.source().copyTo(out);
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot write " + path, e);
    }
    return path.toString();
  }

  void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot write " + name, e);
    }
  }

  byte[] read(String name) {
    Path path = folder.resolve(name);
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot read " + path, e);
    }
  }

  void write(String name, BufferedImage picture) {
    try {
      ImageIO.write(picture, "png", folder.resolve(name).toFile());
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot write " + name, e);
    }
  }

  static BufferedImage picture(byte[] png) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      if (picture == null) {
        throw new MarkException(Reason.MALFORMED, "the video has no frame that can be decoded");
      }
      return picture;
    } catch (IOException e) {
      throw new MarkException(Reason.MALFORMED, "the first frame cannot be decoded", e);
    }
  }

  /** A finished file as a source of its own; a large one stays on the disk until it is closed. */
  Source take(String name) {
    Path path = folder.resolve(name);
    try {
      if (Files.size(path) <= LARGEST_IN_MEMORY) {
        return Source.of(Files.readAllBytes(path));
      }
      Path kept = Files.createTempFile("assay", ".media");
      Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
      return Source.openTemporary(kept);
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot read " + path, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new MarkException(Reason.IO, "cannot clear " + folder, e);
    }
  }
}
