package io.assay.mark.explicit;

/** How a picture is stored against how it is displayed (Exif tag 0x0112). */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  MIRRORED_UPSIDE_DOWN,
  TRANSPOSED,
  TURNED_RIGHT,
  TRANSVERSED,
  TURNED_LEFT;

  /** The orientation of an Exif value; what is out of range counts as upright. */
  static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  boolean swapsSides() {
    return switch (this) {
      case UPRIGHT, MIRRORED, UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> false;
      case TRANSPOSED, TURNED_RIGHT, TRANSVERSED, TURNED_LEFT -> true;
    };
  }

  /** The stored column of a displayed pixel; sizes are those of the stored picture. */
  int storedX(int x, int y, int width) {
    return switch (this) {
      case UPRIGHT, MIRRORED_UPSIDE_DOWN -> x;
      case MIRRORED, UPSIDE_DOWN -> width - 1 - x;
      case TRANSPOSED, TURNED_RIGHT -> y;
      case TRANSVERSED, TURNED_LEFT -> width - 1 - y;
    };
  }

  /** The stored row of a displayed pixel; sizes are those of the stored picture. */
  int storedY(int x, int y, int height) {
    return switch (this) {
      case UPRIGHT, MIRRORED -> y;
      case UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> height - 1 - y;
      case TRANSPOSED, TURNED_LEFT -> x;
      case TURNED_RIGHT, TRANSVERSED -> height - 1 - x;
    };
  }
}
