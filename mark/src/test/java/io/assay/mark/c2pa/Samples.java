package io.assay.mark.c2pa;

import io.assay.mark.container.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small media files of the tests. */
final class Samples {
  private static final Path FOLDER = Path.of("src/test/resources/media");

  private Samples() {}

  static Source read(String name) {
    try {
      return Source.of(Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
