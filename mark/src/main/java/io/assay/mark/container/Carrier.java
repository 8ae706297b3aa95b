package io.assay.mark.container;

import java.util.List;

/**
 * How one container carries the implicit label of GB 45438 Annex E. Writers give splices only, so
 * nothing is decoded or encoded again and pixels and samples stay as they are. Implementations hold
 * no state and may be shared by threads.
 */
public interface Carrier {
  /**
   * Every AIGC record in the file, in the order found, whatever place another tool chose for it.
   * Two records are two results: the standard allows one.
   */
  List<Found> read(Source file);

  /**
   * The edits that leave {@code file} with exactly one AIGC record: earlier ones go, the new one
   * stands in the place that the practice guides name.
   */
  List<Splice> write(Source file, Implicit label);

  /**
   * The bytes that are the work itself (pixels, samples, pages), without metadata, in file order.
   * Marking and stripping leave them as they are.
   */
  List<Range> payload(Source file);
}
