package io.assay.ledger.evidence;

import io.assay.ledger.evidence.ZipForm.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a bundle in its {@link ZipForm}. Not thread-safe. */
final class ArchiveWriter {

  private final OutputStream out;
  private final List<Member> members = new ArrayList<>();
  private long at;

  ArchiveWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds a member.
   *
   * @throws IllegalArgumentException when the bundle becomes larger than 4 GiB
   */
  void put(String name, byte[] content) throws IOException {
    Member member = new Member(name, crc(content), content.length, at);
    byte[] header = ZipForm.local(member);
    if (at + header.length + content.length > ZipForm.MAX_BYTES) {
      throw new IllegalArgumentException("a bundle has 4 GiB at most; export a smaller range");
    }
    out.write(header);
    out.write(content);
    members.add(member);
    at += header.length + content.length;
  }

  /** Writes what stands behind the members. */
  void finish() throws IOException {
    ZipForm.writeDirectory(members, at, out);
    out.flush();
  }

  static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }
}
