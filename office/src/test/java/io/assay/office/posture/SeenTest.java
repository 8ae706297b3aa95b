package io.assay.office.posture;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.Verdict;
import io.assay.office.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void whateverAProbeSawIsSaid_inBothLanguages() {
    for (Seen seen : Seen.values()) {
      Words.assertSaid(seen.remark().code());
    }
    GatewayFaults.CANARIES.forEach(it -> Words.assertSaid("posture.canary." + it));
    List.of("RESULT", "TREE", "COSIGNED", "CLOCK")
        .forEach(it -> Words.assertSaid("posture.canary." + it));
    for (Reason reason : Reason.values()) {
      Words.assertSaid("posture.unreadable." + reason);
    }
    for (Verdict verdict : Verdict.values()) {
      Words.assertSaid("verdict." + verdict);
    }
  }
}
