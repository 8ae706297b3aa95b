package io.assay.app.pool;

import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.ReviewException;
import io.assay.review.pool.Import;
import io.assay.review.pool.PoolBundle;
import io.assay.review.pool.PoolBundle.Opened;
import io.assay.review.pool.PoolCsv;
import io.assay.review.pool.PoolJson;
import io.assay.review.pool.StarterPool;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pool in a file, in the format that its name tells. */
record PoolFile(Path path) {

  private enum Format {
    CSV,
    JSON,
    BUNDLE
  }

  /** The pool of a file, or the starter pool without one. */
  static Pool load(Optional<Path> path) {
    return path.map(file -> new PoolFile(file).pool()).orElseGet(StarterPool::load);
  }

  /** What the file holds and what is wrong with it; a bundle is opened by {@link #open}. */
  Import read() {
    try (Reader in = Files.newBufferedReader(path)) {
      return switch (format()) {
        case CSV -> PoolCsv.read(in);
        case JSON -> PoolJson.read(in);
        case BUNDLE ->
            throw new ReviewException(path + " is signed; give --trust ID=KEY to open it");
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  Pool pool() {
    return Pool.of(path.getFileName().toString(), read().orThrow());
  }

  boolean signed() {
    return format() == Format.BUNDLE;
  }

  /** The features of a bundle signed by one of these keys. */
  List<Feature> open(Map<String, PublicKey> trusted) {
    try {
      return switch (PoolBundle.open(Files.readAllBytes(path), trusted)) {
        case Opened.Trusted bundle -> bundle.pool().features().toList();
        case Opened.Rejected rejected -> throw new ReviewException(path + ": " + rejected.reason());
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Replaces the file by one that holds this pool. */
  void write(Pool pool) {
    replace(
        draft -> {
          try (Writer out = Files.newBufferedWriter(draft)) {
            switch (format()) {
              case CSV -> PoolCsv.write(pool.features(), out);
              case JSON -> PoolJson.write(pool.features(), out);
              case BUNDLE -> throw new ReviewException("a bundle is signed; give --sign ID=KEY");
            }
          }
        });
  }

  void write(byte[] bundle) {
    replace(draft -> Files.write(draft, bundle));
  }

  private interface Step {
    void write(Path draft) throws IOException;
  }

  private void replace(Step step) {
    try {
      Path draft =
          Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName() + "-", "");
      try {
        step.write(draft);
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private Format format() {
    String name = path.getFileName().toString();
    if (name.endsWith(".csv")) {
      return Format.CSV;
    }
    if (name.endsWith(".json")) {
      return Format.JSON;
    }
    if (name.endsWith(".pool")) {
      return Format.BUNDLE;
    }
    throw new ReviewException(
        "'" + path + "' does not tell its format; name it .csv, .json or .pool");
  }
}
