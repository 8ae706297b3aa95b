package io.assay.mark.container;

import io.assay.mark.MarkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A file read through one small window, so that any length costs constant memory. */
public final class FileSource implements Source, AutoCloseable {
  private static final int WINDOW = 64 << 10;

  private final FileChannel channel;
  private final long length;
  private final byte[] window = new byte[WINDOW];
  private long windowAt;
  private int windowLength;

  private FileSource(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  static FileSource open(Path path, OpenOption... options) {
    try {
      Set<OpenOption> all = new HashSet<>(Arrays.asList(options));
      all.add(StandardOpenOption.READ);
      FileChannel channel = FileChannel.open(path, all);
      return new FileSource(channel, channel.size());
    } catch (IOException e) {
      throw new MarkException(MarkException.Reason.IO, "cannot open " + path, e);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long at, byte[] into, int offset, int count) {
    requireRange(at, count);
    if (count > WINDOW / 2) {
      fill(at, ByteBuffer.wrap(into, offset, count));
      return;
    }
    if (at < windowAt || at + count > windowAt + windowLength) {
      windowLength = (int) Math.min(WINDOW, length - at);
      windowAt = at;
      fill(at, ByteBuffer.wrap(window, 0, windowLength));
    }
    System.arraycopy(window, (int) (at - windowAt), into, offset, count);
  }

  private void fill(long at, ByteBuffer target) {
    try {
      long from = at;
      while (target.hasRemaining()) {
        int count = channel.read(target, from);
        if (count < 0) {
          throw MarkException.malformed("the file shrank while it was read", from);
        }
        from += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void copyTo(WritableByteChannel out, long at, long count) throws IOException {
    requireRange(at, count);
    for (long done = 0; done < count; ) {
      long moved = channel.transferTo(at + done, count - done, out);
      if (moved <= 0) {
        throw MarkException.malformed("the file shrank while it was read", at + done);
      }
      done += moved;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
