package io.assay.gateway.journal;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A rectangle of a picture in ten-thousandths of its width and height, from its upper left corner;
 * {@link #NONE} where nobody named one.
 */
public record RegionRecord(int left, int top, int width, int height) {
  /** What stands for one whole width or height. */
  public static final int WHOLE = 10_000;

  public static final RegionRecord NONE = new RegionRecord(0, 0, 0, 0);

  public RegionRecord {
    if (!lies(left, top, width, height)) {
      throw new IllegalArgumentException(
          "no region of a picture: %d, %d, %d by %d ten-thousandths"
              .formatted(left, top, width, height));
    }
  }

  /** What an entry says, or {@link #NONE} where that lies in no picture. */
  public static RegionRecord read(long left, long top, long width, long height) {
    return lies(left, top, width, height)
        ? new RegionRecord((int) left, (int) top, (int) width, (int) height)
        : NONE;
  }

  private static boolean lies(long left, long top, long width, long height) {
    return Stream.of(left, top, width, height).allMatch(it -> it >= 0 && it <= WHOLE)
        && left + width <= WHOLE
        && top + height <= WHOLE
        && (width == 0) == (height == 0);
  }

  /** A rectangle given as shares from 0 to 1, never narrower than one ten-thousandth. */
  public static RegionRecord of(double left, double top, double width, double height) {
    int from = Math.min((int) (left * WHOLE), WHOLE - 1);
    int above = Math.min((int) (top * WHOLE), WHOLE - 1);
    return new RegionRecord(from, above, extent(from, left + width), extent(above, top + height));
  }

  private static int extent(int from, double to) {
    return Math.clamp(Math.round(to * WHOLE), from + 1, WHOLE) - from;
  }

  /** Whether somebody named a region. */
  public boolean named() {
    return width > 0;
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("left", (long) left);
    body.put("top", (long) top);
    body.put("width", (long) width);
    body.put("height", (long) height);
    return body;
  }
}
