package io.assay.mark.jxl;

import io.assay.mark.container.Source;

/** The first bits of a JPEG XL codestream (ISO/IEC 18181-1, annex D), as far as the animation. */
final class JxlHeader {
  private static final int[] SIDE = {9, 13, 18, 30};
  private static final int[] PREVIEW = {6, 8, 10, 12};
  private static final int[] PREVIEW_EIGHTHS = {0, 0, 5, 9};

  private final Source codestream;
  private long bit = 16;

  private JxlHeader(Source codestream) {
    this.codestream = codestream;
  }

  /** Whether the codestream is an animation. */
  static boolean animated(Source codestream) {
    return new JxlHeader(codestream).animated();
  }

  private boolean animated() {
    size();
    boolean standard = bits(1) == 1;
    if (standard || bits(1) == 0) {
      return false;
    }
    bits(3);
    if (bits(1) == 1) {
      size();
    }
    if (bits(1) == 1) {
      boolean eighths = bits(1) == 1;
      side(eighths ? PREVIEW_EIGHTHS : PREVIEW);
      if (bits(3) == 0) {
        side(eighths ? PREVIEW_EIGHTHS : PREVIEW);
      }
    }
    return bits(1) == 1;
  }

  private void size() {
    boolean eighths = bits(1) == 1;
    length(eighths);
    if (bits(3) == 0) {
      length(eighths);
    }
  }

  private void length(boolean eighths) {
    if (eighths) {
      bits(5);
    } else {
      side(SIDE);
    }
  }

  private void side(int[] widths) {
    bits(widths[bits(2)]);
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      value |= (codestream.u8(bit / 8) >> (bit % 8) & 1) << i;
    }
    return value;
  }
}
