package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.container.Source;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A decoded picture of a HEIC or AVIF file: one coded picture, or a grid of them. */
final class HeifPicture {
  private static final long MOST_PIXELS = 100_000_000;
  private static final long LONGEST_SIDE = 1 << 17;

  /** A part, and where it stands in the whole. */
  private record Tile(CodedItem item, CodedStill still, Rectangle place) {}

  /** What is done to an area, whose corner stands at {@code dx}, {@code dy} of the whole. */
  private interface Edit {
    void apply(Planes planes, Rectangle area, int dx, int dy);
  }

  private final int width;
  private final int height;
  private final List<Tile> tiles = new ArrayList<>();

  HeifPicture(Workshop workshop, CodedItem item) {
    List<CodedItem> parts = item.tiles().isEmpty() ? List.of(item) : item.tiles();
    long partWidth = parts.getFirst().width();
    long partHeight = parts.getFirst().height();
    requireSize(item.width(), item.height(), 1);
    requireSize(partWidth, partHeight, parts.size());
    this.width = (int) item.width();
    this.height = (int) item.height();
    int columns = parts.size() == 1 ? 1 : item.columns();
    if (columns < 1
        || partWidth * columns < width
        || parts.size() % columns != 0
        || partHeight * (parts.size() / columns) < height) {
      throw MarkException.malformed("the tiles of the picture do not cover it", 0);
    }
    for (int i = 0; i < parts.size(); i++) {
      CodedStill still = new CodedStill(workshop, parts.get(i));
      Rectangle place =
          new Rectangle(
              (int) (i % columns * partWidth),
              (int) (i / columns * partHeight),
              still.planes().width(),
              still.planes().height());
      tiles.add(new Tile(parts.get(i), still, place));
    }
  }

  private static void requireSize(long width, long height, int parts) {
    boolean fits = width > 0 && height > 0 && width < LONGEST_SIDE && height < LONGEST_SIDE;
    if (!fits || width * height * parts > 2 * MOST_PIXELS) {
      throw MarkException.limit(parts + " picture(s) of " + width + "x" + height, 0);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The brightness of the whole, as a picture of eight bits. */
  BufferedImage brightness() {
    BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (Tile tile : tiles) {
      tile.still.planes().show(whole, tile.place.x, tile.place.y);
    }
    return whole;
  }

  /** The file with an area of the picture taken from {@code drawn}. */
  Source paint(Source file, BufferedImage drawn, Rectangle area) {
    return edit(file, area, (planes, local, dx, dy) -> planes.paint(drawn, local, dx, dy));
  }

  /** The file with an area of the picture as bright as can be. */
  Source fill(Source file, Rectangle area) {
    return edit(file, area, (planes, local, dx, dy) -> planes.fill(local));
  }

  private Source edit(Source file, Rectangle area, Edit edit) {
    Source current = file;
    for (Tile tile : tiles) {
      Rectangle touched = area.intersection(tile.place);
      if (!touched.isEmpty()) {
        touched.translate(-tile.place.x, -tile.place.y);
        edit.apply(tile.still.planes(), touched, tile.place.x, tile.place.y);
        current = tile.still.encodeInto(tile.item.in(current));
      }
    }
    return current;
  }
}
