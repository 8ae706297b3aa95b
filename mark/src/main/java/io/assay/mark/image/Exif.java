package io.assay.mark.image;

import io.assay.mark.MarkException;
import io.assay.mark.container.Source;

/** The one thing labels need from Exif: how the picture is turned. */
public final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int UPRIGHT = 1;

  private Exif() {}

  /** The orientation that a TIFF structure states; 1 where it states none or is broken. */
  public static int orientation(Source tiff) {
    try {
      TiffDirectory directory = TiffDirectory.first(tiff);
      TiffDirectory.Numbers numbers = new TiffDirectory.Numbers(tiff, directory.littleEndian());
      return directory.entry(ORIENTATION).map(e -> numbers.u16(e.value().at())).orElse(UPRIGHT);
    } catch (MarkException e) {
      return UPRIGHT;
    }
  }
}
