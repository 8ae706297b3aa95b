package io.assay.mark.matroska;

import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Everything in a segment that says where something stands: the seek head, the cues and the
 * clusters themselves. Rewritten positions take eight bytes whatever they are, so that the layout
 * is known before the positions are.
 */
record Positions(Source file, Element segment, List<Element> tops) {

  /** The changes, and those that they make necessary. */
  List<Splice> follow(List<Splice> changes) {
    List<Splice> draft = splices(changes, position -> 0);
    Spliced layout = new Spliced(file, draft);
    long base = layout.position(segment.data().at());
    LongUnaryOperator moved = position -> layout.position(segment.data().at() + position) - base;
    List<Splice> result = splices(changes, moved);
    if (!segment.unknownSize()) {
      long size = layout.position(segment.whole().end()) - layout.position(segment.data().at());
      long header = segment.data().at() - segment.whole().at();
      result.add(new Splice(segment.whole().at(), header, Element.header(Element.SEGMENT, size)));
    }
    return result;
  }

  private List<Splice> splices(List<Splice> changes, LongUnaryOperator moved) {
    List<Splice> splices = new ArrayList<>(changes);
    for (Element top : tops) {
      if (top.id() == Element.SEEK_HEAD || top.id() == Element.CUES) {
        splices.add(new Splice(top.whole().at(), top.whole().length(), rebuilt(top, moved)));
      } else if (top.id() == Element.CLUSTER) {
        position(top, moved, splices);
      }
    }
    return splices;
  }

  private byte[] rebuilt(Element element, LongUnaryOperator moved) {
    if (element.id() == Element.SEEK_POSITION || element.id() == Element.CUE_CLUSTER_POSITION) {
      long position = moved.applyAsLong(element.unsigned(file));
      return Element.build(element.id(), ByteBuffer.allocate(8).putLong(position).array());
    }
    if (!isMaster(element.id())) {
      return file.bytes(element.whole().at(), element.whole().length());
    }
    List<byte[]> parts = new ArrayList<>();
    for (Element child : element.children(file)) {
      if (child.id() != Element.CRC32) {
        parts.add(rebuilt(child, moved));
      }
    }
    return Element.build(element.id(), parts.toArray(new byte[0][]));
  }

  private static boolean isMaster(long id) {
    return id == Element.SEEK_HEAD
        || id == Element.SEEK
        || id == Element.CUES
        || id == 0xbb
        || id == 0xb7;
  }

  /** A cluster that states its own position is corrected in the bytes it has. */
  private void position(Element cluster, LongUnaryOperator moved, List<Splice> splices) {
    long at = cluster.data().at();
    for (int i = 0; i < 4 && at < cluster.data().end(); i++) {
      Element child = Element.read(file, at, cluster.data().end());
      if (child.id() == Element.CLUSTER_POSITION) {
        int width = (int) Math.min(8, child.data().length());
        byte[] eight =
            ByteBuffer.allocate(8).putLong(moved.applyAsLong(child.unsigned(file))).array();
        splices.add(Splice.overwrite(child.data().at(), Arrays.copyOfRange(eight, 8 - width, 8)));
        return;
      }
      at = child.whole().end();
    }
  }
}
