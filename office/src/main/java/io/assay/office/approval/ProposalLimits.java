package io.assay.office.approval;

import java.time.Duration;

/** Limits of proposals as they are now; policy. */
public interface ProposalLimits {
  /** How long a proposal that is opened now waits for its second person. */
  Duration waits();
}
