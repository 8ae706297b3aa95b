package io.assay.mark.document;

import io.assay.mark.container.Source;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A {@link Source} as PDFBox reads it. */
final class SourceRead implements RandomAccessRead {
  private final Source source;
  private long at;
  private boolean closed;

  SourceRead(Source source) {
    this.source = source;
  }

  @Override
  public int read() {
    return at < source.length() ? source.u8(at++) : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at >= source.length()) {
      return -1;
    }
    int count = (int) Math.min(length, source.length() - at);
    source.read(at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long getPosition() {
    return at;
  }

  @Override
  public void seek(long position) throws IOException {
    if (position < 0) {
      throw new IOException("seek to " + position);
    }
    at = Math.min(position, source.length());
  }

  @Override
  public long length() {
    return source.length();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isEOF() {
    return at >= source.length();
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(new SourceRead(source), start, length, true);
  }

  @Override
  public void close() {
    closed = true;
  }
}
