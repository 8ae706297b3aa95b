package io.assay.ledger.store;

import io.assay.ledger.LedgerException;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A log's resources as files of one directory, which any file server can serve. Each file is
 * written under a temporary name, forced, renamed, and its directory forced.
 */
public final class FileStore implements LogStore {

  private static final String STAGING = ".staging";
  private static final int AT_ONCE = 8;

  private final Disk disk;
  private final Path root;
  private final ReentrantLock writing = new ReentrantLock();

  public FileStore(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(disk.read(resolve(path)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failed) {
      if (!disk.exists(resolve(path))) {
        return Optional.empty();
      }
      throw unavailable(path, failed);
    }
  }

  @Override
  public void write(Map<String, byte[]> resources) {
    writing.lock();
    try {
      disk.createDirectories(root.resolve(STAGING));
      Map<Path, Path> renames = new LinkedHashMap<>();
      Map<Path, byte[]> contents = new LinkedHashMap<>();
      Set<Path> directories = new LinkedHashSet<>();
      for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
        Path target = resolve(resource.getKey());
        Path directory = parent(target);
        if (directories.add(directory)) {
          disk.createDirectories(directory);
        }
        Path temporary = root.resolve(STAGING).resolve(Integer.toString(renames.size()));
        contents.put(temporary, resource.getValue());
        renames.put(temporary, target);
      }
      stage(contents);
      for (Map.Entry<Path, Path> rename : renames.entrySet()) {
        disk.rename(rename.getKey(), rename.getValue());
      }
      for (Path directory : directories) {
        disk.forceDirectory(directory);
      }
    } catch (IOException failed) {
      throw unavailable(String.join(", ", resources.keySet()), failed);
    } finally {
      writing.unlock();
    }
  }

  /** Writes and forces files, several at a time when there are many, for devices merge forces. */
  private void stage(Map<Path, byte[]> contents) throws IOException {
    if (contents.size() <= AT_ONCE) {
      for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
        stage(file.getKey(), file.getValue());
      }
      return;
    }
    List<Future<?>> staged = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      contents.forEach(
          (path, content) ->
              staged.add(
                  threads.submit(
                      () -> {
                        stage(path, content);
                        return path;
                      })));
    }
    for (Future<?> file : staged) {
      try {
        file.get();
      } catch (ExecutionException failed) {
        throw new IOException(String.valueOf(failed.getCause()), failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while writing to " + root);
      }
    }
  }

  private void stage(Path path, byte[] content) throws IOException {
    try (DiskFile file = disk.open(path)) {
      file.truncate(0);
      file.writeFully(0, content);
      file.force();
    }
  }

  @Override
  public void delete(List<String> paths) {
    try {
      for (String path : paths) {
        Path file = resolve(path);
        disk.delete(file);
        Path directory = parent(file);
        if (!directory.equals(root) && disk.list(directory).isEmpty()) {
          disk.delete(directory);
        }
      }
    } catch (IOException failed) {
      throw unavailable(String.join(", ", paths), failed);
    }
  }

  @Override
  public List<String> list(String prefix) {
    List<String> found = new ArrayList<>();
    try {
      collect(root, "", prefix, found);
    } catch (IOException failed) {
      throw unavailable(prefix, failed);
    }
    return found;
  }

  /** The directory. */
  @Override
  public String toString() {
    return root.toString();
  }

  private void collect(Path directory, String path, String prefix, List<String> found)
      throws IOException {
    for (String name : disk.list(directory)) {
      String full = path.isEmpty() ? name : path + "/" + name;
      if (!full.equals(STAGING) && (full.startsWith(prefix) || prefix.startsWith(full))) {
        if (disk.isDirectory(directory.resolve(name))) {
          collect(directory.resolve(name), full, prefix, found);
        } else if (full.startsWith(prefix)) {
          found.add(full);
        }
      }
    }
  }

  private Path resolve(String path) {
    Path resolved = root.resolve(path).normalize();
    if (!resolved.startsWith(root.normalize())) {
      throw new IllegalArgumentException(path + " lies outside the log");
    }
    return resolved;
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException("no directory holds " + file);
    }
    return parent;
  }

  private LedgerException unavailable(String what, IOException cause) {
    return new LedgerException(
        LedgerException.Reason.UNAVAILABLE,
        "%s in %s: %s".formatted(what, root, cause.getMessage()),
        cause);
  }
}
