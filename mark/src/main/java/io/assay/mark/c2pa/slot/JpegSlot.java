package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.image.JpegSegments;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** APP11 segments after JPEG XT (ISO/IEC 18477-3), side by side. */
final class JpegSlot implements StoreSlot {
  private static final int HEADER = 8;
  private static final int BOX_HEADER = 8;
  private static final int MAX_PART = JpegSegments.MAX_CONTENT - HEADER - BOX_HEADER;
  private static final String COMMON_IDENTIFIER = "JP";
  private static final byte[] STORE_TYPE =
      HexFormat.of().parseHex("6332706100110010800000aa00389b71");
  private static final int TYPE_AT = HEADER + BOX_HEADER + 8;

  @Override
  public Optional<byte[]> read(Source file) {
    List<JpegSegments.Segment> parts = parts(file);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream store = new ByteArrayOutputStream();
    for (JpegSegments.Segment part : parts) {
      long skip = store.size() == 0 ? HEADER : HEADER + BOX_HEADER;
      store.writeBytes(file.bytes(part.data().at() + skip, part.data().length() - skip));
    }
    return Optional.of(store.toByteArray());
  }

  @Override
  public List<Range> location(Source file) {
    List<JpegSegments.Segment> parts = parts(file);
    if (parts.isEmpty()) {
      return List.of();
    }
    long at = parts.getFirst().whole().at();
    return List.of(new Range(at, parts.getLast().whole().end() - at));
  }

  /** The segments of the one store, found by the box instance number of its first. */
  private static List<JpegSegments.Segment> parts(Source file) {
    List<JpegSegments.Segment> boxes =
        JpegSegments.read(file).all().stream()
            .filter(s -> s.marker() == JpegSegments.APP11 && isBox(file, s.data()))
            .toList();
    List<JpegSegments.Segment> first =
        boxes.stream().filter(s -> file.matches(s.data().at() + TYPE_AT, STORE_TYPE)).toList();
    if (first.isEmpty()) {
      return List.of();
    }
    if (first.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", first.get(1).whole().at());
    }
    int instance = instance(file, first.getFirst());
    List<JpegSegments.Segment> parts =
        boxes.stream().filter(s -> instance(file, s) == instance).toList();
    for (int i = 0; i < parts.size(); i++) {
      if (file.u32be(parts.get(i).data().at() + 4) != i + 1) {
        throw MarkException.malformed(
            "part " + (i + 1) + " of the manifest store is missing", parts.get(i).whole().at());
      }
    }
    return parts;
  }

  private static boolean isBox(Source file, Range data) {
    return data.length() >= HEADER + BOX_HEADER && file.matches(data.at(), COMMON_IDENTIFIER);
  }

  private static int instance(Source file, JpegSegments.Segment segment) {
    return file.u16be(segment.data().at() + 2);
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    JpegSegments segments = JpegSegments.read(file);
    List<JpegSegments.Segment> earlier = parts(file);
    List<Splice> splices = new ArrayList<>();
    earlier.forEach(segment -> splices.add(Splice.remove(segment.whole())));
    long at = segments.insertAt(file);
    byte[] inserted = segments(store, freeInstance(file, segments, earlier));
    splices.add(Splice.insert(at, inserted));
    long removedBefore =
        earlier.stream().filter(s -> s.whole().at() < at).mapToLong(s -> s.whole().length()).sum();
    return new StorePlan(splices, List.of(new Range(at - removedBefore, inserted.length)));
  }

  private static int freeInstance(
      Source file, JpegSegments segments, List<JpegSegments.Segment> earlier) {
    List<Integer> used =
        segments.all().stream()
            .filter(s -> s.marker() == JpegSegments.APP11 && isBox(file, s.data()))
            .filter(s -> !earlier.contains(s))
            .map(s -> instance(file, s))
            .toList();
    return IntStream.rangeClosed(1, 0xffff)
        .filter(i -> !used.contains(i))
        .findFirst()
        .orElseThrow(() -> MarkException.unsupported("no box instance number is left in the file"));
  }

  private static byte[] segments(byte[] store, int instance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] boxHeader = Arrays.copyOf(store, BOX_HEADER);
    int number = 1;
    for (int at = BOX_HEADER; at < store.length || number == 1; at += MAX_PART) {
      int length = Math.min(MAX_PART, store.length - at);
      byte[] content =
          ByteBuffer.allocate(HEADER + BOX_HEADER + length)
              .put(COMMON_IDENTIFIER.getBytes(StandardCharsets.US_ASCII))
              .putShort((short) instance)
              .putInt(number++)
              .put(boxHeader)
              .put(store, at, length)
              .array();
      out.writeBytes(JpegSegments.build(JpegSegments.APP11, content));
    }
    return out.toByteArray();
  }
}
