package io.assay.mark.explicit;

import io.assay.mark.ExplicitLabel;
import io.assay.mark.Media;

/** Puts explicit labels on media of some formats. */
public interface Labeler {
  Labeled label(Media media, ExplicitLabel label);
}
