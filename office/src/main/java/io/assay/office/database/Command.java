package io.assay.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program run to its end; its output goes to a file, so that a daemon it leaves cannot hold us.
 */
record Command(List<String> words, Path output) {
  private static final int NOT_FOUND = 127;

  record Ended(int status, String output) {
    boolean ok() {
      return status == 0;
    }
  }

  Ended run(Duration limit) {
    try {
      Process process = started();
      if (process == null) {
        return new Ended(NOT_FOUND, words.getFirst() + ": not found");
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Ended(-1, words.getFirst() + " did not end within " + limit);
      }
      return new Ended(process.exitValue(), Files.readString(output).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + words.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while running " + words.getFirst(), e);
    }
  }

  private @Nullable Process started() {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .redirectInput(Path.of("/dev/null").toFile())
          .start();
    } catch (IOException e) {
      return null;
    }
  }
}
