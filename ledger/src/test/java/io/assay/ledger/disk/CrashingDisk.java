package io.assay.ledger.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A disk in memory that crashes at a chosen operation. What was not forced survives the crash
 * sector by sector at random; names that were not forced survive up to a random point in each
 * directory.
 */
public final class CrashingDisk implements Disk {

  private static final int SECTOR = 512;

  private final Random random;
  private final Map<Path, Content> names = new HashMap<>();
  private final Map<Path, Content> durableNames = new HashMap<>();
  private final Map<Path, List<NameChange>> unforced = new HashMap<>();
  private final Set<Path> directories = new TreeSet<>();
  private final Set<Path> locks = new TreeSet<>();
  private long operations;
  private long crashAt = Long.MAX_VALUE;
  private long failForceAt = Long.MAX_VALUE;
  private long room = Long.MAX_VALUE;

  public CrashingDisk(long seed) {
    this.random = new Random(seed);
  }

  /** A change of one name: to a content, or away. */
  private record NameChange(Path name, List<Content> to) {}

  /** Lets the disk crash before so many further changes. */
  public synchronized void crashAfter(long changes) {
    crashAt = operations + changes;
  }

  /**
   * Lets the next force of a file fail as a broken device does, losing what it should have kept.
   */
  public synchronized void failNextForce() {
    failForceAt = operations;
  }

  /** Leaves room for so many more bytes. */
  public synchronized void leaveRoom(long bytes) {
    room = bytes;
  }

  public synchronized boolean hasCrashed() {
    return operations >= crashAt;
  }

  /** The disk as it is found after the crash. */
  public synchronized CrashingDisk afterCrash() {
    crashAt = Math.min(crashAt, operations);
    Map<Path, Content> surviving = new HashMap<>(durableNames);
    for (List<NameChange> changes : unforced.values()) {
      int kept = random.nextInt(changes.size() + 1);
      changes.subList(0, kept).forEach(change -> apply(surviving, change));
    }
    CrashingDisk found = new CrashingDisk(random.nextLong());
    found.directories.addAll(directories);
    surviving.forEach((path, content) -> found.names.put(path, content.afterCrash(random)));
    found.durableNames.putAll(found.names);
    return found;
  }

  @Override
  public synchronized DiskFile open(Path path) throws IOException {
    Content content = names.get(path);
    if (content == null) {
      content = new Content();
      change(new NameChange(path, List.of(content)));
    }
    return new Handle(content);
  }

  @Override
  public synchronized DiskFile openToRead(Path path) throws IOException {
    Content content = names.get(path);
    if (content == null) {
      throw new NoSuchFileException(path.toString());
    }
    return new Handle(content);
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    Content content = names.get(from);
    if (content == null) {
      throw new NoSuchFileException(from.toString());
    }
    count();
    note(new NameChange(to, List.of(content)));
    note(new NameChange(from, List.of()));
  }

  @Override
  public synchronized void delete(Path path) throws IOException {
    if (names.containsKey(path)) {
      change(new NameChange(path, List.of()));
    }
  }

  @Override
  public synchronized void forceDirectory(Path directory) throws IOException {
    count();
    unforced.getOrDefault(directory, List.of()).forEach(change -> apply(durableNames, change));
    unforced.remove(directory);
  }

  @Override
  public synchronized void createDirectories(Path directory) {
    for (Path each = directory; each != null; each = each.getParent()) {
      directories.add(each);
    }
  }

  @Override
  public void createPrivateDirectory(Path directory) {
    createDirectories(directory);
  }

  @Override
  public synchronized boolean exists(Path path) {
    return names.containsKey(path) || directories.contains(path);
  }

  @Override
  public synchronized boolean isDirectory(Path path) {
    return directories.contains(path);
  }

  @Override
  public synchronized List<String> list(Path directory) {
    TreeSet<String> found = new TreeSet<>();
    names.keySet().stream()
        .filter(path -> directory.equals(path.getParent()))
        .forEach(path -> found.add(path.getFileName().toString()));
    directories.stream()
        .filter(path -> directory.equals(path.getParent()))
        .forEach(path -> found.add(path.getFileName().toString()));
    return List.copyOf(found);
  }

  @Override
  public synchronized Closeable lock(Path path) throws IOException {
    if (!locks.add(path)) {
      throw new IOException(path + " is locked");
    }
    return () -> locks.remove(path);
  }

  private void change(NameChange change) throws IOException {
    count();
    note(change);
  }

  private void note(NameChange change) {
    apply(names, change);
    unforced.computeIfAbsent(change.name().getParent(), d -> new ArrayList<>()).add(change);
  }

  private static void apply(Map<Path, Content> names, NameChange change) {
    if (change.to().isEmpty()) {
      names.remove(change.name());
    } else {
      names.put(change.name(), change.to().get(0));
    }
  }

  private void count() throws IOException {
    if (hasCrashed()) {
      throw new IOException("the machine has crashed");
    }
    operations++;
  }

  /** A file's bytes as the system shows them, and as they are on the device. */
  private static final class Content {

    private byte[] shown = new byte[0];
    private byte[] durable = new byte[0];
    private final Set<Integer> dirty = new HashSet<>();

    void write(long position, ByteBuffer bytes) {
      int start = (int) position;
      int end = start + bytes.remaining();
      if (end > shown.length) {
        shown = Arrays.copyOf(shown, end);
      }
      bytes.get(shown, start, end - start);
      for (int sector = start / SECTOR; sector * SECTOR < end; sector++) {
        dirty.add(sector);
      }
    }

    void truncate(long size) {
      shown = Arrays.copyOf(shown, (int) Math.min(size, shown.length));
    }

    void force() {
      if (durable.length != shown.length) {
        durable = Arrays.copyOf(durable, shown.length);
      }
      for (int sector : dirty) {
        int from = sector * SECTOR;
        int length = Math.min(SECTOR, shown.length - from);
        if (length > 0) {
          System.arraycopy(shown, from, durable, from, length);
        }
      }
      dirty.clear();
    }

    void loseUnforced() {
      shown = durable.clone();
      dirty.clear();
    }

    Content afterCrash(Random random) {
      boolean newLength = random.nextBoolean();
      Content found = new Content();
      found.shown = Arrays.copyOf(durable, newLength ? shown.length : durable.length);
      for (int sector : dirty) {
        int from = sector * SECTOR;
        int to = Math.min(Math.min(from + SECTOR, shown.length), found.shown.length);
        if (from < to && random.nextBoolean()) {
          System.arraycopy(shown, from, found.shown, from, to - from);
        }
      }
      found.durable = found.shown.clone();
      return found;
    }
  }

  private final class Handle implements DiskFile {

    private final Content content;

    Handle(Content content) {
      this.content = content;
    }

    @Override
    public void write(long position, ByteBuffer bytes) throws IOException {
      synchronized (CrashingDisk.this) {
        count();
        long growth = position + bytes.remaining() - content.shown.length;
        if (growth > room) {
          throw new IOException("No space left on device");
        }
        room -= Math.max(0, room == Long.MAX_VALUE ? 0 : growth);
        content.write(position, bytes);
      }
    }

    @Override
    public int read(long position, ByteBuffer bytes) {
      synchronized (CrashingDisk.this) {
        int left = (int) (content.shown.length - position);
        if (left <= 0) {
          return -1;
        }
        int length = Math.min(left, bytes.remaining());
        bytes.put(content.shown, (int) position, length);
        return length;
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (CrashingDisk.this) {
        if (operations >= failForceAt) {
          failForceAt = Long.MAX_VALUE;
          content.loseUnforced();
          throw new IOException("Input/output error");
        }
        count();
        content.force();
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (CrashingDisk.this) {
        count();
        content.truncate(size);
      }
    }

    @Override
    public long size() {
      synchronized (CrashingDisk.this) {
        return content.shown.length;
      }
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
