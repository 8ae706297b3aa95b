package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.Media;
import java.util.List;

/** Media with explicit labels, and what they are. */
public record Labeled(Media media, List<AppliedLabel> labels) {}
