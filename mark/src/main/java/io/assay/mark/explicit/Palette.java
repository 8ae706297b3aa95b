package io.assay.mark.explicit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of one GIF frame: exact where 255 are enough, else the most frequent ones. */
final class Palette {
  private static final int MOST = 255;
  private static final int TRANSPARENT = 255;

  private final int[] colours;
  private final Map<Integer, Integer> indexes = new HashMap<>();

  private Palette(int[] colours) {
    this.colours = colours;
    for (int i = 0; i < colours.length; i++) {
      indexes.put(colours[i], i);
    }
  }

  /** The frame in at most 256 colours, one of them transparent. */
  static BufferedImage reduce(BufferedImage frame) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    int[] pixels =
        frame.getRGB(0, 0, frame.getWidth(), frame.getHeight(), null, 0, frame.getWidth());
    for (int pixel : pixels) {
      if (pixel >>> 24 >= 128) {
        counts.merge(pixel & 0xffffff, 1, Integer::sum);
      }
    }
    Palette palette =
        new Palette(
            counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray());
    return palette.apply(pixels, frame.getWidth(), frame.getHeight());
  }

  private BufferedImage apply(int[] pixels, int width, int height) {
    int[] map = Arrays.copyOf(colours, 256);
    for (int i = 0; i < MOST; i++) {
      map[i] |= 0xff000000;
    }
    map[TRANSPARENT] = 0;
    IndexColorModel model =
        new IndexColorModel(8, 256, map, 0, true, TRANSPARENT, DataBuffer.TYPE_BYTE);
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = (byte) index(pixels[y * width + x]);
      }
      out.getRaster().setDataElements(0, y, width, 1, row);
    }
    return out;
  }

  private int index(int pixel) {
    return pixel >>> 24 < 128
        ? TRANSPARENT
        : indexes.computeIfAbsent(pixel & 0xffffff, this::nearest);
  }

  private int nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = (rgb >> 16 & 0xff) - (colours[i] >> 16 & 0xff);
      int green = (rgb >> 8 & 0xff) - (colours[i] >> 8 & 0xff);
      int blue = (rgb & 0xff) - (colours[i] & 0xff);
      int distance = 3 * red * red + 6 * green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
