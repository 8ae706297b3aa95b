package io.assay.review.text;

import io.assay.review.Feature;

/**
 * One written form that a lane looks for.
 *
 * @param feature the feature that it stands for
 * @param part which of a combination's terms it is, else 0
 * @param form what the text must say, as seen through the lane's lens
 * @param layers the layers, as bits by ordinal, that made the form from the feature's own text
 * @param allowed the layers, as bits by ordinal, that may be taken to see the form
 */
record Term(Feature feature, int part, String form, int layers, int allowed) {}
