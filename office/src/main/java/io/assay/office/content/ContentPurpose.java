package io.assay.office.content;

import io.assay.ledger.vault.Purpose;
import io.assay.office.staff.SignedIn;
import java.util.Optional;

/**
 * A ground on which staff may see content: a review task, a case, an order. Every bean of this type
 * is known to {@link Contents} by its kind.
 */
public interface ContentPurpose {

  /** The word by which views name it, as {@code task}; it stands in the ledger. */
  String kind();

  /**
   * Whether this reader holds {@code id} now, and {@code exchange} is part of it.
   *
   * @param id identifier of the task, case or order
   */
  boolean holds(SignedIn reader, String id, String exchange);

  /** The task, case or order that this reader holds now and of which an exchange is part. */
  default Optional<String> held(SignedIn reader, String exchange) {
    return Optional.empty();
  }

  /** Whether a restriction of the subject's data stops it; an order of an authority it does not. */
  default Purpose openedFor() {
    return Purpose.SERVICE;
  }
}
