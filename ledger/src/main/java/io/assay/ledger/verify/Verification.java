package io.assay.ledger.verify;

import io.assay.ledger.note.Checkpoint;
import java.util.OptionalLong;

/** What a verifier found. */
public sealed interface Verification {

  /**
   * Everything holds.
   *
   * @param entries how many entries were read and hashed
   */
  record Sound(Checkpoint checkpoint, long entries) implements Verification {

    @Override
    public String toString() {
      return "sound: %s, %d entries, %d of them read, root %s"
          .formatted(checkpoint.origin(), checkpoint.size(), entries, checkpoint.root().toBase64());
    }
  }

  /**
   * Something does not hold.
   *
   * @param resource which file or part
   * @param entry the index of the entry concerned, where one is
   * @param what what is wrong with it
   */
  record Broken(String resource, OptionalLong entry, String what) implements Verification {

    @Override
    public String toString() {
      return "BROKEN: %s%s: %s"
          .formatted(resource, entry.isPresent() ? ", entry " + entry.getAsLong() : "", what);
    }
  }

  default boolean isSound() {
    return this instanceof Sound;
  }
}
