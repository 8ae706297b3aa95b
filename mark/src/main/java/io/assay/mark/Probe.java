package io.assay.mark;

import java.util.List;

/**
 * A further source of evidence for inspections, for example a C2PA reader or a watermark detector.
 */
public interface Probe {
  /** What it finds; an empty list where it finds nothing. */
  List<Finding> examine(Media media);
}
