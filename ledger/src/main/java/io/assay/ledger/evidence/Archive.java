package io.assay.ledger.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file from a stranger, read within bounds. */
final class Archive implements Closeable {

  private static final int MAX_FILES = 2_000_000;
  private static final int MAX_FILE_BYTES = 256 << 20;

  private final ZipFile zip;
  private final NavigableSet<String> names;

  private Archive(ZipFile zip, NavigableSet<String> names) {
    this.zip = zip;
    this.names = Collections.unmodifiableNavigableSet(names);
  }

  static Archive open(Path path) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    NavigableSet<String> names = new TreeSet<>();
    try {
      if (zip.size() > MAX_FILES) {
        throw new ZipException("more than " + MAX_FILES + " files");
      }
      zip.stream().map(ZipEntry::getName).forEach(names::add);
      if (names.size() != zip.size()) {
        throw new ZipException("two files of one name");
      }
      return new Archive(zip, names);
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  NavigableSet<String> names() {
    return names;
  }

  byte[] read(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("is missing");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(MAX_FILE_BYTES + 1);
      if (content.length > MAX_FILE_BYTES) {
        throw new ZipException("is larger than " + MAX_FILE_BYTES + " bytes");
      }
      return content;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
