package io.assay.mark.container;

import io.assay.mark.MarkException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The central directory of a ZIP file (APPNOTE 6.3). Names are unique and entries lie inside the
 * file and do not overlap; ZIP64 fields are read.
 */
public final class ZipDirectory {
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 0xffff;
  private static final int MAX_ENTRIES = 200_000;
  private static final long MAX_DIRECTORY = 64L << 20;
  private static final String END_SIGNATURE = "PK\u0005\u0006";
  private static final String END64_SIGNATURE = "PK\u0006\u0006";
  private static final String LOCATOR_SIGNATURE = "PK\u0006\u0007";
  private static final String ENTRY_SIGNATURE = "PK\u0001\u0002";
  private static final String LOCAL_SIGNATURE = "PK\u0003\u0004";
  private static final long IN_ZIP64 = 0xffffffffL;

  /**
   * One entry.
   *
   * @param record the run of its record in the central directory
   * @param header where its local header starts
   */
  public record Entry(
      String name, int method, long crc, long compressed, long size, Range record, long header) {}

  private final Source file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final long endAt;
  private final boolean zip64;
  private long directoryAt;
  private long directoryLength;
  private long count;

  private ZipDirectory(Source file) {
    this.file = file;
    this.endAt = findEnd();
    count = file.u16le(endAt + 10);
    directoryLength = file.u32le(endAt + 12);
    directoryAt = file.u32le(endAt + 16);
    this.zip64 = endAt >= 20 && file.matches(endAt - 20, LOCATOR_SIGNATURE);
    if (zip64) {
      readEnd64(file.u64le(endAt - 20 + 8));
    }
    if (directoryLength > MAX_DIRECTORY || count > MAX_ENTRIES) {
      throw MarkException.limit("a ZIP directory of " + count + " entries", endAt);
    }
    file.requireRange(directoryAt, directoryLength);
    readEntries();
  }

  public static ZipDirectory read(Source file) {
    return new ZipDirectory(file);
  }

  static Optional<ZipDirectory> tryRead(Source file) {
    try {
      return Optional.of(read(file));
    } catch (MarkException e) {
      return Optional.empty();
    }
  }

  private long findEnd() {
    long lowest = Math.max(0, file.length() - END_LENGTH - MAX_COMMENT);
    if (file.length() < END_LENGTH) {
      throw MarkException.malformed("too short for a ZIP file", 0);
    }
    String tail = file.latin1(lowest, file.length() - lowest);
    for (int i = tail.lastIndexOf(END_SIGNATURE);
        i >= 0;
        i = i == 0 ? -1 : tail.lastIndexOf(END_SIGNATURE, i - 1)) {
      if (i + END_LENGTH <= tail.length()
          && i + END_LENGTH + (tail.charAt(i + 20) | tail.charAt(i + 21) << 8) == tail.length()) {
        return lowest + i;
      }
    }
    throw MarkException.malformed("no end of the ZIP directory was found", lowest);
  }

  private void readEnd64(long at) {
    if (!file.matches(at, END64_SIGNATURE)) {
      throw MarkException.malformed("the ZIP64 locator points nowhere", at);
    }
    count = file.u64le(at + 32);
    directoryLength = file.u64le(at + 40);
    directoryAt = file.u64le(at + 48);
  }

  private void readEntries() {
    long at = directoryAt;
    for (long i = 0; i < count; i++) {
      if (!file.matches(at, ENTRY_SIGNATURE)) {
        throw MarkException.malformed("ZIP directory entry " + i + " is missing", at);
      }
      int nameLength = file.u16le(at + 28);
      long length = 46L + nameLength + file.u16le(at + 30) + file.u16le(at + 32);
      Entry entry = readEntry(at, nameLength, length);
      if (entries.put(entry.name(), entry) != null) {
        throw MarkException.malformed("ZIP entry " + entry.name() + " stands twice", at);
      }
      at += length;
    }
    if (at > directoryAt + directoryLength) {
      throw MarkException.malformed("ZIP entries pass the end of their directory", at);
    }
  }

  private Entry readEntry(long at, int nameLength, long length) {
    String name = new String(file.bytes(at + 46, nameLength), StandardCharsets.UTF_8);
    long size = file.u32le(at + 24);
    long compressed = file.u32le(at + 20);
    long header = file.u32le(at + 42);
    long extra = at + 46 + nameLength;
    long extraEnd = extra + file.u16le(at + 30);
    while (extra + 4 <= extraEnd) {
      long field = extra + 4;
      if (file.u16le(extra) == 1) {
        if (size == IN_ZIP64) {
          size = file.u64le(field);
          field += 8;
        }
        if (compressed == IN_ZIP64) {
          compressed = file.u64le(field);
          field += 8;
        }
        if (header == IN_ZIP64) {
          header = file.u64le(field);
        }
        break;
      }
      extra = field + file.u16le(extra + 2);
    }
    if (header >= directoryAt) {
      throw MarkException.malformed("ZIP entry " + name + " starts behind the directory", at);
    }
    return new Entry(
        name,
        file.u16le(at + 10),
        file.u32le(at + 16),
        compressed,
        size,
        new Range(at, length),
        header);
  }

  /** The entries in the order of the directory. */
  public List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  public boolean hasFolder(String prefix) {
    return entries.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** Where the central directory starts; new entries go here. */
  public long directoryAt() {
    return directoryAt;
  }

  public long directoryLength() {
    return directoryLength;
  }

  /** Where the end record starts. */
  public long endAt() {
    return endAt;
  }

  public boolean isZip64() {
    return zip64;
  }

  /** The run of the entry's data as stored. */
  public Range data(Entry entry) {
    long header = entry.header();
    if (!file.matches(header, LOCAL_SIGNATURE)) {
      throw MarkException.malformed("ZIP entry " + entry.name() + " has no local header", header);
    }
    long at = header + 30 + file.u16le(header + 26) + file.u16le(header + 28);
    file.requireRange(at, entry.compressed());
    return new Range(at, entry.compressed());
  }

  /** The entry's content, inflated; at most {@code limit} bytes. */
  public byte[] content(Entry entry, int limit) {
    Range data = data(entry);
    if (data.length() > limit || entry.size() > limit) {
      throw MarkException.limit(
          "ZIP entry " + entry.name() + " is over " + limit + " bytes", data.at());
    }
    byte[] stored = file.bytes(data.at(), data.length());
    return switch (entry.method()) {
      case 0 -> stored;
      case 8 -> inflate(stored, limit, entry, data.at());
      default ->
          throw MarkException.unsupported(
              "ZIP entry " + entry.name() + " uses compression method " + entry.method());
    };
  }

  private static byte[] inflate(byte[] stored, int limit, Entry entry, long at) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw MarkException.malformed("ZIP entry " + entry.name() + " ends early", at);
        }
        out.write(buffer, 0, count);
        if (out.size() > limit) {
          throw MarkException.limit(
              "ZIP entry " + entry.name() + " is over " + limit + " bytes", at);
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw MarkException.malformed("ZIP entry " + entry.name() + " is corrupt", at);
    } finally {
      inflater.end();
    }
  }
}
