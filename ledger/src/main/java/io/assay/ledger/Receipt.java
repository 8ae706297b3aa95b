package io.assay.ledger;

import io.assay.ledger.note.Checkpoint;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.tree.Hash;
import io.assay.ledger.tree.Merkle;
import io.assay.ledger.tree.Proofs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The proof that an entry stands in the log, in the form {@code c2sp.org/tlog-proof@v1}. It carries
 * the entry itself and verifies offline, for ever, with the log's public key alone. Immutable.
 *
 * @param entry the entry's canonical bytes, in the proof's extra line
 */
public record Receipt(long index, byte[] entry, List<Hash> proof, SignedNote checkpoint) {

  static final String MAGIC = "c2sp.org/tlog-proof@v1";
  private static final int MAX_HASHES = 63;
  private static final int MAX_BYTES = 1 << 20;

  public Receipt {
    entry = entry.clone();
    proof = List.copyOf(proof);
  }

  /**
   * Reads a receipt.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static Receipt parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a receipt of " + bytes.length + " bytes is too large");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new IllegalArgumentException("a receipt is a proof, a blank line and a checkpoint");
    }
    List<String> lines = List.of(text.substring(0, split).split("\n", -1));
    if (lines.size() < 3
        || !lines.get(0).equals(MAGIC)
        || !lines.get(1).startsWith("extra ")
        || !lines.get(2).startsWith("index ")
        || lines.size() > 3 + MAX_HASHES) {
      throw new IllegalArgumentException(
          "a receipt begins with " + MAGIC + ", its entry in an extra line, and its index");
    }
    return new Receipt(
        Checkpoint.parseSize(lines.get(2).substring(6)),
        Base64.getDecoder().decode(lines.get(1).substring(6)),
        lines.subList(3, lines.size()).stream().map(Hash::parse).toList(),
        SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Proves the receipt: that one of the given keys signed the checkpoint and that the entry stands
   * in its tree at the index. Returns the entry.
   *
   * @throws LedgerException with reason {@code CORRUPT} when it does not hold
   */
  public Entry verify(Collection<VerifierKey> logKeys) {
    try {
      Checkpoint tree = Checkpoint.parse(checkpoint.text());
      boolean signed =
          checkpoint.verifiedBy(logKeys).stream().anyMatch(key -> key.name().equals(tree.origin()));
      if (!signed) {
        throw broken("no known key of " + tree.origin() + " signed its checkpoint");
      }
      return provenIn(tree);
    } catch (IllegalArgumentException malformed) {
      throw broken(String.valueOf(malformed.getMessage()));
    }
  }

  /**
   * Proves that the entry stands in a tree that is believed already, whatever the receipt's own
   * checkpoint says. Returns the entry.
   *
   * @throws LedgerException with reason {@code CORRUPT} when it does not
   */
  public Entry provenIn(Checkpoint tree) {
    if (!Proofs.includes(index, Merkle.leaf(entry), tree.size(), tree.root(), proof)) {
      throw broken("its entry is not in the tree of " + tree.size() + " entries");
    }
    try {
      return Entry.parse(entry);
    } catch (IllegalArgumentException malformed) {
      throw broken(String.valueOf(malformed.getMessage()));
    }
  }

  @Override
  public byte[] entry() {
    return entry.clone();
  }

  /** The receipt's bytes, for a file that ends in {@code .tlog-proof}. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Receipt that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entry) + Long.hashCode(index);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(MAGIC);
    lines.add("extra " + Base64.getEncoder().encodeToString(entry));
    lines.add("index " + index);
    proof.forEach(hash -> lines.add(hash.toBase64()));
    lines.add("");
    lines.add(checkpoint.toString());
    return String.join("\n", lines);
  }

  private LedgerException broken(String why) {
    return new LedgerException(
        LedgerException.Reason.CORRUPT, "the receipt of entry " + index + " does not hold: " + why);
  }
}
