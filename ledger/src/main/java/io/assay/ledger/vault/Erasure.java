package io.assay.ledger.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What became of a wish to erase. */
public sealed interface Erasure {

  /**
   * The data is gone: its keys were destroyed, a read failed afterwards, and the log says so.
   *
   * @param certificate the index of the entry that says so
   * @param keys the names of the destroyed keys
   * @param objects how many files of ciphertexts were deleted with them; what lies in a volume has
   *     become unreadable and goes with the volume
   */
  record Shredded(long certificate, List<String> keys, int objects) implements Erasure {}

  /**
   * The law forbids destruction for now, so the data is only stored and protected (Personal
   * Information Protection Law, Article 47).
   *
   * @param until the last day of the longest statutory period
   * @param holds the orders that hold it, whatever the day
   */
  record Restricted(LocalDate until, Set<String> holds) implements Erasure {}
}
