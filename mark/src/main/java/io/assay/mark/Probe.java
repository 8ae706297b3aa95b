package io.assay.mark;

import java.util.List;

/**
 * A further source of evidence for inspections, for example a C2PA reader or a watermark detector.
 */
public interface Probe {
  /** What it finds of labels and seals; an empty list where there is none. */
  List<Finding> examine(Media media);
}
