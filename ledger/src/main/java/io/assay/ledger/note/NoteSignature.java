package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note.
 *
 * @param name the signing key's name
 * @param keyId the first four bytes of a hash of the key
 * @param value what follows the key id in the line
 */
public record NoteSignature(String name, int keyId, byte[] value) {

  private static final String DASH = "\u2014 ";

  public NoteSignature {
    VerifierKey.checkName(name);
    value = value.clone();
  }

  /**
   * Reads a line, without its newline.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new IllegalArgumentException("not a signature line: " + line);
    }
    byte[] bytes = SignedNote.decodeBase64(line.substring(space + 1));
    if (bytes.length < 5) {
      throw new IllegalArgumentException("a signature without bytes: " + line);
    }
    return new NoteSignature(
        line.substring(DASH.length(), space),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, 4, bytes.length));
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && keyId == that.keyId
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + keyId;
  }

  /** The line, without its newline. */
  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(4 + value.length).putInt(keyId).put(value).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
  }
}
