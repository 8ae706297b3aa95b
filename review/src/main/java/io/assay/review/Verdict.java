package io.assay.review;

import java.util.List;
import java.util.Objects;

/** The decision on a piece of content, with everything that was found. */
public sealed interface Verdict {

  Reviewed reviewed();

  List<Finding> findings();

  /** The content may pass; a finding may still ask for a limit or a warning. */
  record Pass(Reviewed reviewed, List<Finding> findings) implements Verdict {
    public Pass {
      Objects.requireNonNull(reviewed, "reviewed");
      findings = List.copyOf(findings);
    }
  }

  /** The content waits for a person. */
  record Hold(Reviewed reviewed, List<Finding> findings) implements Verdict {
    public Hold {
      Objects.requireNonNull(reviewed, "reviewed");
      findings = List.copyOf(findings);
    }
  }

  /** The content must not pass. */
  record Block(Reviewed reviewed, List<Finding> findings) implements Verdict {
    public Block {
      Objects.requireNonNull(reviewed, "reviewed");
      findings = List.copyOf(findings);
    }
  }

  /** The verdict that follows from the findings: the strongest effect decides. */
  static Verdict of(Reviewed reviewed, List<Finding> findings) {
    Effect strongest = Effect.NOTED;
    for (Finding finding : findings) {
      if (finding.effect().compareTo(strongest) > 0) {
        strongest = finding.effect();
      }
    }
    return switch (strongest) {
      case NOTED, WARN, LIMIT -> new Pass(reviewed, findings);
      case HOLD -> new Hold(reviewed, findings);
      case BLOCK -> new Block(reviewed, findings);
    };
  }
}
