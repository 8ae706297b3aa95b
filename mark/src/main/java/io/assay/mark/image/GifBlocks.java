package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a GIF file behind its screen descriptor, up to the trailer (GIF89a). */
public final class GifBlocks {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;
  public static final int APPLICATION = 0xff;
  public static final int COMMENT = 0xfe;
  private static final int MAX_BLOCKS = 1_000_000;
  private static final int APPLICATION_NAME = 14;

  /**
   * One block.
   *
   * @param label of an extension; -1 for an image
   */
  public record Block(int label, Range whole) {}

  private final List<Block> blocks = new ArrayList<>();
  private final long firstAt;
  private final long trailerAt;

  private GifBlocks(Source file) {
    file.requireRange(0, 13);
    firstAt = 13 + colourTable(file.u8(10));
    long at = firstAt;
    while (file.u8(at) != TRAILER) {
      Block block = block(file, at);
      blocks.add(block);
      at = block.whole().end();
      if (blocks.size() > MAX_BLOCKS) {
        throw MarkException.limit("more than " + MAX_BLOCKS + " GIF blocks", at);
      }
    }
    trailerAt = at;
  }

  public static GifBlocks read(Source file) {
    return new GifBlocks(file);
  }

  private static Block block(Source file, long at) {
    int kind = file.u8(at);
    if (kind == EXTENSION) {
      return new Block(file.u8(at + 1), new Range(at, subBlocksEnd(file, at + 2) - at));
    }
    if (kind == IMAGE) {
      long data = at + 10 + colourTable(file.u8(at + 9)) + 1;
      return new Block(-1, new Range(at, subBlocksEnd(file, data) - at));
    }
    throw MarkException.malformed("a GIF block cannot start with " + kind, at);
  }

  private static long colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private static long subBlocksEnd(Source file, long from) {
    long at = from;
    int length = file.u8(at);
    while (length != 0) {
      at += 1 + length;
      length = file.u8(at);
    }
    return at + 1;
  }

  public List<Block> all() {
    return List.copyOf(blocks);
  }

  /** Where the trailer stands. */
  public long trailerAt() {
    return trailerAt;
  }

  /** Where new application extensions go: behind those at the start. */
  public long insertAt() {
    long at = firstAt;
    for (Block block : blocks) {
      if (block.label() != APPLICATION) {
        break;
      }
      at = block.whole().end();
    }
    return at;
  }

  /** Whether a block is the application extension of this eleven-character name. */
  public static boolean isApplication(Source file, Block block, String name) {
    return block.label() == APPLICATION
        && block.whole().length() > APPLICATION_NAME
        && file.matches(block.whole().at() + 3, name);
  }
}
