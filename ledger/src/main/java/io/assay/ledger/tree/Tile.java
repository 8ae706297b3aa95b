package io.assay.ledger.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile, or of the bundle of entries beside a tile of level 0, and its path under
 * the log's root (c2sp.org/tlog-tiles).
 *
 * @param level 0 for leaf hashes, then one for each eight levels of the tree; {@link #ENTRIES} for
 *     a bundle of entries
 * @param index the tile's place in its level
 * @param width how many hashes or entries it holds, 1 to 256; less than 256 is a partial tile
 */
public record Tile(int level, long index, int width) {

  public static final int FULL = 256;
  public static final int ENTRIES = -1;

  private static final Pattern PATH =
      Pattern.compile("tile/([0-7]|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  public Tile {
    if (level < ENTRIES || level > 7 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile of level " + level + ", index " + index + ", width " + width);
    }
  }

  /** The tile that covers a hash of a level in a tree of a size. */
  public static Tile covering(int level, long hashIndex, long treeSize) {
    long hashes = Math.max(level, 0) == 0 ? treeSize : treeSize >> (8 * level);
    long tile = hashIndex / FULL;
    if (hashIndex < 0 || hashIndex >= hashes) {
      throw new IllegalArgumentException(
          "hash " + hashIndex + " of level " + level + " is not in a tree of " + treeSize);
    }
    return new Tile(level, tile, (int) Math.min(FULL, hashes - tile * FULL));
  }

  public boolean isFull() {
    return width == FULL;
  }

  public Tile whole() {
    return new Tile(level, index, FULL);
  }

  /** The tile with a path, if the path is a tile's and spelled as it should be. */
  public static Optional<Tile> parse(String path) {
    Matcher match = PATH.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
    long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
    int width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
    if (width < 1 || width > FULL) {
      return Optional.empty();
    }
    return Optional.of(new Tile(level, index, width)).filter(tile -> tile.path().equals(path));
  }

  /** The path, as in {@code tile/0/x001/234.p/5}. */
  public String path() {
    StringBuilder number = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return "tile/"
        + (level == ENTRIES ? "entries" : level)
        + "/"
        + number
        + (isFull() ? "" : ".p/" + width);
  }
}
