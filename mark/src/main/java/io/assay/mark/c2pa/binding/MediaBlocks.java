package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the media data of one file is cut into the leaves of a tree (section 18.6.3, appendix
 * A.5.4.1.1). The first bytes of the box, which hold its header, belong to the hash of the file.
 */
final class MediaBlocks {
  private static final int IN_THE_FILE_HASH = 16;
  private static final int MOST_BLOCKS = 1 << 18;
  private static final String FIXED = "fixedBlockSize";
  private static final String VARIABLE = "variableBlockSizes";

  private MediaBlocks() {}

  static List<Box> media(Source file) {
    return Box.top(file).stream().filter(box -> box.type().equals("mdat")).toList();
  }

  /** What the hash of the file leaves to the trees. */
  static Cbor.Fields exclusion() {
    Cbor.Fields subset =
        Cbor.map(Map.of("offset", Cbor.of(IN_THE_FILE_HASH), "length", Cbor.of(0)));
    return Cbor.map(Map.of("xpath", Cbor.of("/mdat"), "subset", Cbor.list(subset)));
  }

  /** Blocks of one size; the last may be shorter. */
  static List<Range> ofSize(Box media, long size) {
    Range payload = payload(media);
    if (size <= 0 || payload.length() / size >= MOST_BLOCKS) {
      throw MarkException.limit(
          payload.length() + " bytes of media in blocks of " + size, payload.at());
    }
    List<Range> blocks = new ArrayList<>();
    for (long at = payload.at(); at < payload.end(); at += size) {
      blocks.add(new Range(at, Math.min(size, payload.end() - at)));
    }
    return blocks;
  }

  /** Whether a tree stands over blocks, or one block, of media data. */
  static boolean areNamedBy(Cbor.Fields tree) {
    return tree.get(FIXED).isPresent()
        || tree.get(VARIABLE).isPresent()
        || tree.require("count").asLong() == 1;
  }

  /** The blocks that a tree names; one where it names none. */
  static List<Range> of(Box media, Cbor.Fields tree) {
    boolean fixed = tree.get(FIXED).isPresent();
    boolean variable = tree.get(VARIABLE).isPresent();
    if (fixed && variable) {
      throw malformed("a tree has blocks of one size and of several");
    }
    if (fixed) {
      return ofSize(media, tree.require(FIXED).asLong());
    }
    return variable ? ofSizes(payload(media), tree.list(VARIABLE)) : List.of(payload(media));
  }

  private static List<Range> ofSizes(Range payload, List<Cbor> sizes) {
    if (sizes.size() > MOST_BLOCKS) {
      throw MarkException.limit("a tree of " + sizes.size() + " blocks", payload.at());
    }
    List<Range> blocks = new ArrayList<>();
    long at = payload.at();
    for (Cbor each : sizes) {
      long size = each.asLong();
      if (size < 0 || size > payload.end() - at) {
        throw malformed("the blocks of a tree pass the end of the media data");
      }
      blocks.add(new Range(at, size));
      at += size;
    }
    if (at != payload.end()) {
      throw malformed("the blocks of a tree do not fill the media data");
    }
    return blocks;
  }

  private static Range payload(Box media) {
    long from = Math.min(media.whole().at() + IN_THE_FILE_HASH, media.whole().end());
    return new Range(from, media.whole().end() - from);
  }

  /** A fault of the assertion, not of the file. */
  static MarkException malformed(String message) {
    return new MarkException(MarkException.Reason.MALFORMED, message);
  }
}
