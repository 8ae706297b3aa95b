package io.assay.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text and the signatures under it (c2sp.org/signed-note). Holding one says nothing about whether
 * the signatures are good; {@link #verifiedBy} does. Immutable.
 *
 * @param text the signed text, ending in a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  static final int MAX_BYTES = 1 << 20;
  static final int MAX_SIGNATURES = 100;

  public SignedNote {
    checkText(text);
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException when it is malformed or larger than a note may be
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a note of " + bytes.length + " bytes is too large");
    }
    String note = decode(bytes);
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 >= note.length()) {
      throw new IllegalArgumentException("a note is a text, a blank line and signatures");
    }
    return new SignedNote(note.substring(0, split + 1), parseSignatures(note.substring(split + 2)));
  }

  /** Reads signature lines, such as a witness returns. */
  public static List<NoteSignature> parseSignatures(String block) {
    if (!block.endsWith("\n")) {
      throw new IllegalArgumentException("a signature line ends in a newline");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : block.substring(0, block.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
      if (signatures.size() > MAX_SIGNATURES) {
        throw new IllegalArgumentException("more than " + MAX_SIGNATURES + " signatures");
      }
    }
    return signatures;
  }

  /** The text signed by each of some signers. */
  public static SignedNote sign(String text, Collection<? extends NoteSigner> signers) {
    return new SignedNote(text, List.of()).with(signers.stream().map(s -> s.sign(text)).toList());
  }

  /** This note with more signatures. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSignature signature : more) {
      if (!all.contains(signature)) {
        all.add(signature);
      }
    }
    return new SignedNote(text, all);
  }

  /**
   * The keys, of those given, whose signatures the note bears. Signatures by other keys are
   * ignored.
   *
   * @throws IllegalArgumentException when a signature by one of the given keys is not good
   */
  public List<VerifierKey> verifiedBy(Collection<VerifierKey> known) {
    List<VerifierKey> found = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (key.made(signature) && !found.contains(key)) {
          if (!key.verifies(text, signature)) {
            throw new IllegalArgumentException("the signature of " + key.name() + " is not good");
          }
          found.add(key);
        }
      }
    }
    return found;
  }

  /** The note's bytes. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature).append('\n'));
    return note.toString();
  }

  static byte[] decodeBase64(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("not canonical base64: " + base64);
    }
    return bytes;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new IllegalArgumentException("a note is UTF-8", malformed);
    }
  }

  private static void checkText(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a newline");
    }
    if (text.chars().anyMatch(unit -> unit < 0x20 && unit != '\n')) {
      throw new IllegalArgumentException("a note's text has no control characters");
    }
  }
}
