package io.assay.office.posture;

import io.assay.ledger.note.VerifierKey;
import java.util.List;

/**
 * Who has to cosign the ledger's checkpoints.
 *
 * @param required how many witnesses must; 0 for none
 * @param keys the keys of each witness
 */
public record Witnesses(int required, List<List<VerifierKey>> keys) {
  public Witnesses {
    keys = keys.stream().map(List::copyOf).toList();
    if (required < 0 || required > keys.size()) {
      throw new IllegalArgumentException(required + " of " + keys.size() + " witnesses");
    }
  }

  /** Nobody outside looks at the ledger. */
  public static Witnesses none() {
    return new Witnesses(0, List.of());
  }
}
