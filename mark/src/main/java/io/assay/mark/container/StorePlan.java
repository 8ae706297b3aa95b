package io.assay.mark.container;

import java.util.List;

/**
 * The edits that embed a manifest store, and the runs of the edited file that its hash leaves out.
 *
 * @param splices edits of the original
 * @param exclusions runs in the edited file, ascending
 */
public record StorePlan(List<Splice> splices, List<Range> exclusions) {
  public StorePlan {
    splices = List.copyOf(splices);
    exclusions = List.copyOf(exclusions);
  }
}
