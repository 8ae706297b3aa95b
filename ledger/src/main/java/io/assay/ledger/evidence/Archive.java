package io.assay.ledger.evidence;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.disk.DiskFile;
import io.assay.ledger.evidence.ZipForm.Member;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipException;

/** A bundle from a stranger, read within bounds. */
final class Archive implements Closeable {

  private static final int MAX_FILES = 2_000_000;
  private static final int MAX_FILE_BYTES = 256 << 20;
  private static final int MAX_NAME_BYTES = 256;

  private final DiskFile file;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final NavigableSet<String> names = new TreeSet<>();
  private long end;

  private Archive(DiskFile file) {
    this.file = file;
  }

  /** Finds the members, one behind the other from the first byte on. */
  static Archive open(Path path) throws IOException {
    Archive archive = new Archive(Disk.real().openToRead(path));
    try {
      archive.findMembers();
      return archive;
    } catch (IOException | RuntimeException failed) {
      archive.close();
      throw failed;
    }
  }

  NavigableSet<String> names() {
    return Collections.unmodifiableNavigableSet(names);
  }

  byte[] read(String name) throws IOException {
    Member member = members.get(name);
    if (member == null) {
      throw new ZipException("is missing");
    }
    return file.readFully(contentOf(member), member.size());
  }

  /** The first member before whose content something else stands than should; empty for none. */
  String misplaced() throws IOException {
    for (Member member : members.values()) {
      byte[] expected = ZipForm.local(member);
      if (member.crc() != ArchiveWriter.crc(read(member.name()))
          || !Arrays.equals(expected, file.readFully(member.offset(), expected.length))) {
        return member.name();
      }
    }
    return "";
  }

  /** Whether the directory behind the members is theirs, and the file ends with it. */
  boolean endsWell() throws IOException {
    Comparison comparison = new Comparison(end);
    try (OutputStream out = new BufferedOutputStream(comparison)) {
      ZipForm.writeDirectory(members.values(), end, out);
    }
    return comparison.same && comparison.at == file.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void findMembers() throws IOException {
    String last = "the beginning";
    long size = file.size();
    while (end + ZipForm.LOCAL_BYTES <= size) {
      ByteBuffer header =
          ByteBuffer.wrap(file.readFully(end, ZipForm.LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
      if (header.getInt(0) != ZipForm.LOCAL) {
        break;
      }
      int nameBytes = header.getShort(26) & 0xFFFF;
      int bytes = header.getInt(18);
      long next = end + ZipForm.LOCAL_BYTES + nameBytes + bytes;
      if (nameBytes > MAX_NAME_BYTES || bytes < 0 || bytes > MAX_FILE_BYTES || next > size) {
        throw new ZipException("the file behind " + last + " has no possible size");
      }
      byte[] name = file.readFully(end + ZipForm.LOCAL_BYTES, nameBytes);
      last = new String(name, StandardCharsets.UTF_8);
      Member member = new Member(last, header.getInt(14), bytes, end);
      if (members.put(last, member) != null || members.size() > MAX_FILES) {
        throw new ZipException("two files of the name " + last + ", or too many files");
      }
      names.add(last);
      end = next;
    }
    if (members.isEmpty()) {
      throw new ZipException("does not begin as a bundle does");
    }
  }

  private static long contentOf(Member member) {
    return member.offset() + ZipForm.LOCAL_BYTES + member.nameBytes().length;
  }

  /** Compares what is written with what the file holds from a byte on. */
  private final class Comparison extends OutputStream {

    private long at;
    private boolean same = true;

    Comparison(long at) {
      this.at = at;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] expected, int offset, int length) throws IOException {
      same =
          same
              && at + length <= file.size()
              && Arrays.equals(
                  file.readFully(at, length),
                  Arrays.copyOfRange(expected, offset, offset + length));
      at += length;
    }
  }
}
