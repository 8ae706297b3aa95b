package io.assay.review.classifier;

/** How many pixels a picture has, or {@link #UNKNOWN}. */
public record PictureSize(int width, int height) {

  /** Of content that is no picture, or one that cannot be read. */
  public static final PictureSize UNKNOWN = new PictureSize(0, 0);

  public PictureSize {
    if (width < 0 || height < 0 || (width == 0) != (height == 0)) {
      throw new IllegalArgumentException("no picture is " + width + " by " + height + " pixels");
    }
  }

  boolean known() {
    return width > 0;
  }
}
