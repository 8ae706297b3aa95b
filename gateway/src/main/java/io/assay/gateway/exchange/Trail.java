package io.assay.gateway.exchange;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.StepRecord;
import io.assay.gateway.journal.StepRecord.Decision;
import io.assay.gateway.journal.StepRecord.Name;
import java.util.ArrayList;
import java.util.List;

/** The steps that an exchange has taken, with their times. Not thread-safe. */
public final class Trail {
  private final long began = System.nanoTime();
  private final List<StepRecord> steps = new ArrayList<>();

  /** A step that has begun; ends when its decision is given. */
  public final class Open {
    private final Name name;
    private final long at = System.nanoTime();

    private Open(Name name) {
      this.name = name;
    }

    public void end(Decision decision, String reason) {
      end(decision, reason, List.of());
    }

    public void end(Decision decision, String reason, List<FindingRecord> findings) {
      end(decision, reason, findings, System.nanoTime() - at);
    }

    /** Ends a step that worked for only a part of the time since it began. */
    public void end(
        Decision decision, String reason, List<FindingRecord> findings, long workedNanos) {
      steps.add(
          new StepRecord(
              name, decision, reason, (at - began) / 1000, workedNanos / 1000, findings));
    }
  }

  public Open begin(Name name) {
    return new Open(name);
  }

  public void skip(Name name, String reason) {
    begin(name).end(Decision.SKIP, reason);
  }

  public List<StepRecord> steps() {
    return List.copyOf(steps);
  }
}
