package io.assay.mark.document;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.container.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens PDF files over a {@link Source}, and takes what an incremental save appends. */
public final class PdfFile {
  private static final int LARGEST_INCREMENT = 64 << 20;
  private static final String END = "%%EOF";
  private static final int TAIL = 1 << 16;

  private PdfFile() {}

  /** Opens a document; the caller closes it. */
  public static PDDocument open(Source file) {
    try {
      return Loader.loadPDF(new SourceRead(file));
    } catch (InvalidPasswordException e) {
      throw new MarkException(
          Reason.UNSUPPORTED, "the PDF needs a password; label it before it is encrypted", e);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  static MarkException broken(Exception e) {
    return e instanceof MarkException known
        ? known
        : new MarkException(Reason.MALFORMED, "the PDF cannot be read", e);
  }

  /** What saving the changed objects adds behind the original. */
  public static byte[] increment(PDDocument document, Source file) throws IOException {
    Tail tail = new Tail(file.length());
    document.saveIncremental(tail);
    return tail.bytes();
  }

  /** Where the document ends that stood before labels were appended. */
  static long contentEnd(Source file) {
    long end = file.length();
    while (true) {
      long from = Math.max(0, end - TAIL);
      String tail = file.latin1(from, end - from);
      int last = tail.lastIndexOf(END);
      int previous = last < 0 ? -1 : tail.lastIndexOf(END, last - 1);
      if (previous < 0 || !isLabel(tail.substring(previous, last))) {
        return last < 0 ? end : from + last + END.length();
      }
      end = from + previous + END.length();
    }
  }

  private static boolean isLabel(String update) {
    return update.contains("/AIGC");
  }

  /** Keeps what is written behind the first {@code skip} bytes. */
  private static final class Tail extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long skip;

    Tail(long skip) {
      this.skip = skip;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int skipped = (int) Math.min(skip, length);
      skip -= skipped;
      kept.write(bytes, offset + skipped, length - skipped);
      if (kept.size() > LARGEST_INCREMENT) {
        throw new IOException("the update grew past " + LARGEST_INCREMENT + " bytes");
      }
    }

    byte[] bytes() {
      return kept.toByteArray();
    }
  }
}
