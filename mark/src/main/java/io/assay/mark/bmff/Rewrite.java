package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.Spliced;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Edits of a box file that keep it whole: the sizes of enclosing boxes and every absolute offset
 * ({@code stco}, {@code co64}, {@code saio}, {@code iloc}, {@code tfhd}, {@code tfra}) follow.
 * Where 32-bit chunk offsets overflow, {@code stco} becomes {@code co64}. Samples are never read.
 */
public final class Rewrite {
  private static final int CHUNK_HEADER = 16;

  private final Source file;
  private final List<Box> top;
  private final List<Splice> edits = new ArrayList<>();
  private final Map<Box, Long> growth = new LinkedHashMap<>();
  private final List<Late> late = new ArrayList<>();

  public Rewrite(Source file) {
    this.file = file;
    this.top = Box.top(file);
  }

  /** The boxes at the top of the file. */
  public List<Box> top() {
    return top;
  }

  /** Puts bytes at an offset; {@code enclosing} are the boxes around it. */
  public Rewrite insert(long at, byte[] bytes, List<Box> enclosing) {
    return replace(new Range(at, 0), bytes, enclosing);
  }

  /** Puts bytes in place of a run; {@code enclosing} are the boxes around it. */
  public Rewrite replace(Range run, byte[] bytes, List<Box> enclosing) {
    edits.add(new Splice(run.at(), run.length(), bytes));
    for (Box box : enclosing) {
      growth.merge(box, bytes.length - run.length(), Long::sum);
    }
    return this;
  }

  /** A box whose new bytes follow from where everything else comes to stand. */
  private record Late(Box box, int edit, Function<LongUnaryOperator, byte[]> bytes) {}

  /**
   * Puts a new box in place of one, of a length known now, with bytes known once every edit has its
   * place: they are asked for with the function that moves offsets.
   */
  Rewrite replaceLate(
      Box box, int length, Function<LongUnaryOperator, byte[]> bytes, List<Box> enclosing) {
    late.add(new Late(box, edits.size(), bytes));
    return replace(box.whole(), new byte[length], enclosing);
  }

  /** All edits, offsets included. */
  public List<Splice> splices() {
    widenOverflowingChunkOffsets();
    LongUnaryOperator move = new Spliced(file, edits)::position;
    for (Late each : late) {
      Splice placeholder = edits.get(each.edit);
      byte[] bytes = each.bytes.apply(move);
      edits.set(each.edit, new Splice(placeholder.offset(), placeholder.remove(), bytes));
    }
    List<Splice> all = new ArrayList<>(edits);
    growth.forEach((box, by) -> all.addAll(resized(box, by)));
    for (OffsetTable table : tables()) {
      all.addAll(table.moved(file, move));
    }
    for (Box iloc : itemLocations()) {
      byte[] moved = ItemLocations.read(file, iloc).moved(move).toBytes();
      all.add(new Splice(iloc.whole().at(), iloc.whole().length(), padded(moved, iloc)));
    }
    return all;
  }

  /** Boxes may carry slack behind their fields; it is kept. */
  private byte[] padded(byte[] box, Box original) {
    int slack = Math.toIntExact(original.whole().length() - box.length);
    byte[] out = ByteBuffer.allocate(box.length + slack).put(box).array();
    return ByteBuffer.wrap(out).putInt(0, out.length).array();
  }

  private List<Splice> resized(Box box, long by) {
    long size = box.whole().length() + by;
    long at = box.whole().at();
    if (by == 0 || box.toEnd()) {
      return List.of();
    }
    if (file.u32be(at) == 1) {
      return List.of(Splice.overwrite(at + 8, OffsetTable.number(size, 8, at)));
    }
    return List.of(Splice.overwrite(at, OffsetTable.number(size, 4, at)));
  }

  private void widenOverflowingChunkOffsets() {
    boolean more = true;
    while (more) {
      more = false;
      LongUnaryOperator move = new Spliced(file, edits)::position;
      for (Chain chain : chunkTables("stco")) {
        OffsetTable table = OffsetTable.chunks(file, chain.box);
        if (!isReplaced(chain.box) && table.overflows(file, move)) {
          int length = Math.toIntExact(CHUNK_HEADER + 8 * table.count());
          replaceLate(chain.box, length, moved -> widened(table, moved), chain.enclosing);
          more = true;
        }
      }
    }
  }

  private byte[] widened(OffsetTable table, LongUnaryOperator move) {
    byte[] head = ByteBuffer.allocate(8).putInt(0).putInt((int) table.count()).array();
    return Box.build("co64", head, table.numbers(file, move, 8));
  }

  private record Chain(Box box, List<Box> enclosing) {}

  private List<Chain> chunkTables(String type) {
    List<Chain> chains = new ArrayList<>();
    for (Box moov : of(top, "moov")) {
      for (Box trak : of(moov.children(file), "trak")) {
        for (Box mdia : of(trak.children(file), "mdia")) {
          for (Box minf : of(mdia.children(file), "minf")) {
            for (Box stbl : of(minf.children(file), "stbl")) {
              for (Box table : of(stbl.children(file), type)) {
                chains.add(new Chain(table, List.of(moov, trak, mdia, minf, stbl)));
              }
            }
          }
        }
      }
    }
    return chains;
  }

  private List<OffsetTable> tables() {
    List<OffsetTable> tables = new ArrayList<>();
    for (String type : List.of("stco", "co64")) {
      chunkTables(type).stream()
          .filter(chain -> !isReplaced(chain.box))
          .forEach(chain -> tables.add(OffsetTable.chunks(file, chain.box)));
    }
    chunkTables("saio").forEach(chain -> tables.add(OffsetTable.auxiliary(file, chain.box)));
    for (Box moof : of(top, "moof")) {
      for (Box tfhd : BoxPath.all(file, moof, "traf", "tfhd")) {
        tables.addAll(OffsetTable.base(file, tfhd));
      }
    }
    for (Box mfra : of(top, "mfra")) {
      for (Box tfra : BoxPath.all(file, mfra, "tfra")) {
        tables.add(OffsetTable.fragments(file, tfra));
      }
    }
    return tables;
  }

  private List<Box> itemLocations() {
    List<Box> metas = new ArrayList<>(of(top, "meta"));
    for (Box moov : of(top, "moov")) {
      refuseCompressed(moov);
      metas.addAll(of(moov.children(file), "meta"));
      metas.addAll(BoxPath.all(file, moov, "trak", "meta"));
    }
    return metas.stream()
        .flatMap(meta -> of(meta.children(file), "iloc").stream())
        .filter(iloc -> !isReplaced(iloc))
        .toList();
  }

  private void refuseCompressed(Box moov) {
    if (moov.child(file, "cmov").isPresent()) {
      throw MarkException.unsupported(
          "the movie header is compressed; write it again without cmov");
    }
  }

  private boolean isReplaced(Box box) {
    return edits.stream()
        .filter(edit -> edit.remove() > 0)
        .anyMatch(edit -> edit.offset() <= box.whole().at() && box.whole().end() <= edit.end());
  }

  private static List<Box> of(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).toList();
  }
}
