package io.assay.ledger.wal;

import io.assay.ledger.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the frames of one segment in order, through a window of the file. Not thread-safe. */
final class SegmentReader implements Closeable {

  private static final int WINDOW = 1 << 18;

  private final DiskFile file;
  private final SegmentHeader header;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;
  private boolean windowEndsFile;
  private long position = SegmentHeader.BYTES;
  private long expected;

  SegmentReader(DiskFile file, SegmentHeader header) {
    this.file = file;
    this.header = header;
    this.expected = header.first();
  }

  /** Where the next frame is, or would be. */
  long position() {
    return position;
  }

  /** The index that the next frame has. */
  long expected() {
    return expected;
  }

  /** The next frame, seals included, if a good one of the expected index stands there. */
  Optional<Frame> next() throws IOException {
    int at = show(Frame.HEADER_BYTES + Frame.MAX_PAYLOAD);
    if (!Frame.isValidAt(window, at, header) || Frame.indexAt(window, at) != expected) {
      return Optional.empty();
    }
    Frame frame = Frame.read(window, at);
    if (!frame.isSeal()) {
      position += Frame.size(frame.payload());
      expected++;
    }
    return Optional.of(frame);
  }

  /** The frame at a byte of the file, whatever its index, if a good one stands there. */
  Optional<Frame> at(long byteInFile) throws IOException {
    position = byteInFile;
    int at = show(Frame.HEADER_BYTES + Frame.MAX_PAYLOAD);
    return Frame.isValidAt(window, at, header)
        ? Optional.of(Frame.read(window, at))
        : Optional.empty();
  }

  /** Forgets what was read ahead, so that frames written since are seen. */
  void refresh() {
    window.limit(0);
    windowStart = position;
    windowEndsFile = false;
  }

  /**
   * Searches behind the place where frames stopped for one that testifies that the missing index
   * was durable: then the file is damaged rather than torn.
   */
  Optional<Long> witnessOfLoss() throws IOException {
    long missing = expected;
    for (position++; ; position++) {
      int at = show(Frame.HEADER_BYTES + Frame.MAX_PAYLOAD);
      if (window.limit() - at < Frame.HEADER_BYTES) {
        return Optional.empty();
      }
      if (Frame.isPlausibleAt(window, at)
          && Frame.baseAt(window, at) > missing
          && Frame.isValidAt(window, at, header)) {
        return Optional.of(position);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Makes the window show so many bytes from the position on, or all there are. */
  private int show(int bytes) throws IOException {
    long offset = position - windowStart;
    if (offset >= 0 && (windowEndsFile || offset + bytes <= window.limit())) {
      return (int) offset;
    }
    window.clear();
    windowStart = position;
    int read = 0;
    while (read >= 0 && window.hasRemaining()) {
      read = file.read(windowStart + window.position(), window);
    }
    windowEndsFile = read < 0;
    window.flip();
    return 0;
  }
}
