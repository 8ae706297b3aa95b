package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import java.awt.Rectangle;

/** How a picture is stored against how it is displayed (Exif tag 0x0112). */
public enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  MIRRORED_UPSIDE_DOWN,
  TRANSPOSED,
  TURNED_RIGHT,
  TRANSVERSED,
  TURNED_LEFT;

  /** The orientation of an Exif value; what is out of range counts as upright. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  public boolean swapsSides() {
    return switch (this) {
      case UPRIGHT, MIRRORED, UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> false;
      case TRANSPOSED, TURNED_RIGHT, TRANSVERSED, TURNED_LEFT -> true;
    };
  }

  /** The stored column of a displayed pixel; sizes are those of the stored picture. */
  public int storedX(int x, int y, int width) {
    return switch (this) {
      case UPRIGHT, MIRRORED_UPSIDE_DOWN -> x;
      case MIRRORED, UPSIDE_DOWN -> width - 1 - x;
      case TRANSPOSED, TURNED_RIGHT -> y;
      case TRANSVERSED, TURNED_LEFT -> width - 1 - y;
    };
  }

  /** The stored row of a displayed pixel; sizes are those of the stored picture. */
  public int storedY(int x, int y, int height) {
    return switch (this) {
      case UPRIGHT, MIRRORED -> y;
      case UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> height - 1 - y;
      case TRANSPOSED, TURNED_LEFT -> x;
      case TURNED_RIGHT, TRANSVERSED -> height - 1 - x;
    };
  }

  /** Where a label stands in the stored picture, whose sizes these are. */
  public Rectangle stored(AppliedLabel.Picture label, int width, int height) {
    int right = label.x() + label.width() - 1;
    int bottom = label.y() + label.height() - 1;
    int x1 = storedX(label.x(), label.y(), width);
    int y1 = storedY(label.x(), label.y(), height);
    int x2 = storedX(right, bottom, width);
    int y2 = storedY(right, bottom, height);
    return new Rectangle(
        Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2) + 1, Math.abs(y1 - y2) + 1);
  }
}
