package io.assay.ledger.note;

import io.assay.ledger.tree.Hash;

/**
 * What a log says of its tree: whose it is, how many entries it has and their root
 * (c2sp.org/tlog-checkpoint). Immutable.
 */
public record Checkpoint(String origin, long size, Hash root) {

  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a checkpoint's origin is one line: '" + origin + "'");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size: " + size);
    }
  }

  /**
   * Reads a checkpoint's text; extension lines are allowed and ignored.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and a root");
    }
    for (int line = 3; line < lines.length - 1; line++) {
      if (lines[line].isEmpty()) {
        throw new IllegalArgumentException("a checkpoint has no empty line");
      }
    }
    return new Checkpoint(lines[0], parseSize(lines[1]), Hash.parse(lines[2]));
  }

  /** Reads a size in ASCII digits without leading zeroes. */
  public static long parseSize(String digits) {
    boolean canonical =
        digits.equals("0")
            || (!digits.isEmpty()
                && digits.length() < 19
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9'));
    if (!canonical) {
      throw new IllegalArgumentException("not a tree size: '" + digits + "'");
    }
    return Long.parseLong(digits);
  }

  /** The text to sign. */
  public String text() {
    return origin + "\n" + size + "\n" + root.toBase64() + "\n";
  }
}
