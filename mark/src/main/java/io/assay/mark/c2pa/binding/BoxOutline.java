package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.image.JpegSegments;
import io.assay.mark.image.PngChunks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The named boxes of a file, in order, as the general box hash sees them (section 18.7.3). */
record BoxOutline(List<Named> boxes, long end) {
  /** The name of the box that holds the manifest store. */
  static final String STORE = "C2PA";

  private static final int MAX_SCANS = 100_000;
  private static final Map<Integer, String> JPEG_NAMES =
      Map.of(
          0xc4, "DHT", 0xc8, "JPG", 0xcc, "DAC", 0xdb, "DQT", 0xdc, "DNL", 0xdd, "DRI", 0xde, "DHP",
          0xdf, "EXP", 0xfe, "COM");

  /** A box and its name. */
  record Named(String name, Range range) {}

  BoxOutline {
    boxes = List.copyOf(boxes);
  }

  /** Reads JPEG and PNG files; {@code storeAt} are the runs of the manifest store. */
  static BoxOutline read(Source file, List<Range> storeAt) {
    Format format =
        Format.sniff(file).orElseThrow(() -> MarkException.malformed("no known format", 0));
    return switch (format) {
      case PNG -> png(file);
      case JPEG -> jpeg(file, storeAt);
      default -> throw MarkException.unsupported("box hashes of " + format + " files");
    };
  }

  private static BoxOutline png(Source file) {
    List<Named> boxes = new ArrayList<>();
    boxes.add(new Named("PNGh", new Range(0, 8)));
    for (PngChunks.Chunk chunk : PngChunks.read(file)) {
      boxes.add(new Named(chunk.type().equals("caBX") ? STORE : chunk.type(), chunk.whole()));
    }
    return of(boxes);
  }

  private static BoxOutline of(List<Named> boxes) {
    return new BoxOutline(boxes, boxes.getLast().range().end());
  }

  private static BoxOutline jpeg(Source file, List<Range> storeAt) {
    List<Named> boxes = new ArrayList<>();
    boxes.add(new Named("SOI", new Range(0, 2)));
    JpegSegments head = JpegSegments.read(file);
    for (JpegSegments.Segment segment : head.all()) {
      addSegment(boxes, segment.marker(), segment.whole(), storeAt);
    }
    long at = head.scanAt();
    while (file.u8(at + 1) != 0xd9) {
      if (boxes.size() > MAX_SCANS) {
        throw MarkException.limit("more than " + MAX_SCANS + " JPEG segments", at);
      }
      int marker = file.u8(at + 1);
      long end = at + 2 + file.u16be(at + 2);
      if (marker == 0xda) {
        end = entropyEnd(file, end);
      }
      addSegment(boxes, marker, new Range(at, end - at), List.of());
      at = end;
    }
    boxes.add(new Named("EOI", new Range(at, 2)));
    return of(boxes);
  }

  private static void addSegment(List<Named> boxes, int marker, Range whole, List<Range> storeAt) {
    for (Range store : storeAt) {
      if (whole.at() >= store.at() && whole.end() <= store.end()) {
        if (whole.at() == store.at()) {
          boxes.add(new Named(STORE, store));
        }
        return;
      }
    }
    boxes.add(new Named(name(marker), whole));
  }

  private static String name(int marker) {
    if (JPEG_NAMES.containsKey(marker)) {
      return JPEG_NAMES.get(marker);
    }
    if (marker == 0xda) {
      return "SOS";
    }
    if (marker >= 0xe0 && marker <= 0xef) {
      return "APP" + (marker - 0xe0);
    }
    return marker >= 0xf0 ? "JPG" + (marker - 0xf0) : "SOF" + (marker - 0xc0);
  }

  /** The next marker that is neither a stuffed byte nor a restart. */
  private static long entropyEnd(Source file, long from) {
    byte[] window = new byte[8192];
    long at = from;
    boolean afterFf = false;
    while (at < file.length()) {
      int count = (int) Math.min(window.length, file.length() - at);
      file.read(at, window, 0, count);
      for (int i = 0; i < count; i++) {
        int b = window[i] & 0xff;
        if (afterFf && b != 0 && b != 0xff && (b < 0xd0 || b > 0xd7)) {
          return at + i - 1;
        }
        afterFf = b == 0xff;
      }
      at += count;
    }
    throw MarkException.malformed("the JPEG scan does not end", from);
  }
}
