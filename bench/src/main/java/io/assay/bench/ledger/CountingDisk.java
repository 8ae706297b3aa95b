package io.assay.bench.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The real disk, counting how often a file is forced. */
final class CountingDisk implements Disk {

  private final Disk disk = Disk.real();
  private final LongAdder forces = new LongAdder();

  long forces() {
    return forces.sum();
  }

  @Override
  public DiskFile open(Path path) throws IOException {
    return new CountingFile(disk.open(path));
  }

  @Override
  public DiskFile openToRead(Path path) throws IOException {
    return disk.openToRead(path);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    disk.forceDirectory(directory);
  }

  @Override
  public void createDirectories(Path directory) throws IOException {
    disk.createDirectories(directory);
  }

  @Override
  public void createPrivateDirectory(Path directory) throws IOException {
    disk.createPrivateDirectory(directory);
  }

  @Override
  public boolean exists(Path path) {
    return disk.exists(path);
  }

  @Override
  public boolean isDirectory(Path path) {
    return disk.isDirectory(path);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return disk.list(directory);
  }

  @Override
  public Closeable lock(Path path) throws IOException {
    return disk.lock(path);
  }

  private final class CountingFile implements DiskFile {

    private final DiskFile file;

    CountingFile(DiskFile file) {
      this.file = file;
    }

    @Override
    public void write(long position, ByteBuffer bytes) throws IOException {
      file.write(position, bytes);
    }

    @Override
    public int read(long position, ByteBuffer bytes) throws IOException {
      return file.read(position, bytes);
    }

    @Override
    public void force() throws IOException {
      forces.increment();
      file.force();
    }

    @Override
    public void truncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
