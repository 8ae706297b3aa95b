package io.assay.gateway.publication;

import io.assay.gateway.access.ApiKey;
import java.util.Optional;

/**
 * The register of publications, as the gateway uses it. Every method throws when the register is
 * out of reach, and then nothing becomes public. Thread-safe.
 */
public interface PublicationDesk {
  /** What was found under a content number or an exchange's number. */
  sealed interface Search {
    record Found(Delivered content) implements Search {}

    /** No content of this tenant has that number. */
    record Unknown() implements Search {}

    /** The register has not read that far yet; ask again in a second. */
    record NotYet() implements Search {}

    /** The number stands for several contents, or for none that is kept. */
    record NotOne(String why) implements Search {}
  }

  /** Looks for what was delivered to the same tenant under a number. */
  Search delivered(String number, ApiKey author);

  /** Rules on a draft before it is labelled (Art. 6, 9, 11). */
  Ruling examine(Draft draft);

  /** Enters a labelled work that is not public yet: to be opened, or held for a person. */
  Entry enter(LabelledWork work, Ruling ruling);

  /** Makes an entered work public; its exchange is recorded. */
  Entry open(String exchange);

  /** The author's own publication. */
  Optional<Entry> find(String id, ApiKey author);

  /** Takes the author's own publication back for good. */
  Optional<Entry> recall(String id, ApiKey author);
}
