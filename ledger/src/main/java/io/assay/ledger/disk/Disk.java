package io.assay.ledger.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few file operations on which durability rests. What was written is safe only after {@link
 * DiskFile#force}; what was created, renamed or deleted only after {@link #forceDirectory}.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Disk {

  /** The operating system's file system. */
  static Disk real() {
    return RealDisk.INSTANCE;
  }

  /** Opens a file for reading and writing, creating it when it is absent. */
  DiskFile open(Path path) throws IOException;

  /** Opens an existing file for reading only. */
  DiskFile openToRead(Path path) throws IOException;

  /** Moves a file over another in one step, within one directory. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file, or an empty directory, if it is there. */
  void delete(Path path) throws IOException;

  /** Makes the names in a directory as durable as the files they name. */
  void forceDirectory(Path directory) throws IOException;

  /** Creates a directory and its parents, each durable in its parent. */
  void createDirectories(Path directory) throws IOException;

  /** Creates a directory that only its owner may look into, where the system knows owners. */
  void createPrivateDirectory(Path directory) throws IOException;

  boolean exists(Path path);

  boolean isDirectory(Path path);

  /** The names of the files and directories directly in a directory, sorted; none when absent. */
  List<String> list(Path directory) throws IOException;

  /**
   * Locks a file against every other process and every other holder in this one.
   *
   * @throws IOException when somebody else holds the lock
   */
  Closeable lock(Path path) throws IOException;

  /** The whole of a file. */
  default byte[] read(Path path) throws IOException {
    try (DiskFile file = openToRead(path)) {
      return file.readFully(0, Math.toIntExact(file.size()));
    }
  }

  /** Replaces a file's content durably and in one step: temporary file, force, rename, force. */
  default void replace(Path path, byte[] content) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("no directory holds " + path);
    }
    Path temporary = directory.resolve("." + path.getFileName() + ".tmp");
    try (DiskFile file = open(temporary)) {
      file.truncate(0);
      file.writeFully(0, content);
      file.force();
    }
    rename(temporary, path);
    forceDirectory(directory);
  }
}
