package io.assay.ledger.witness;

import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of a request to cosign a checkpoint.
 *
 * @param oldSize the size of the tree that the witness cosigned last
 * @param proof that the new tree begins with it
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {

  private static final int MAX_HASHES = 63;
  private static final String OLD = "old ";

  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (proof.size() > MAX_HASHES) {
      throw new IllegalArgumentException("more than " + MAX_HASHES + " hashes in a proof");
    }
  }

  /**
   * Reads a request's body.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static AddCheckpoint parse(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    int split = text.indexOf("\n\n");
    if (!text.startsWith(OLD) || split < 0) {
      throw new IllegalArgumentException(
          "a request is an old size, a proof, a blank line and a checkpoint");
    }
    List<String> lines = List.of(text.substring(0, split).split("\n", -1));
    return new AddCheckpoint(
        Checkpoint.parseSize(lines.get(0).substring(OLD.length())),
        lines.subList(1, lines.size()).stream().map(Hash::parse).toList(),
        SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
  }

  public byte[] bytes() {
    StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.toBase64()).append('\n'));
    return body.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
  }
}
