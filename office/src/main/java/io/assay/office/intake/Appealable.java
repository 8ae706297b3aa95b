package io.assay.office.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decisions that can be contested. A feature whose decisions people may appeal against contributes
 * a bean of this type.
 */
public interface Appealable {

  /** The decision of that reference, or empty when it is none of this kind. */
  Optional<Contested> find(String reference);

  /**
   * Takes the decision back and puts things as they were before, inside the caller's transaction.
   */
  void overturn(String reference, String reason, String actor);

  /**
   * A decision that can be contested.
   *
   * @param kind the end of a message key
   * @param deciders the actors who took it; none of them decides the appeal
   * @param path the page of staff about it
   * @param exchanges the exchanges it rests on, which an overturn marks as false positives
   */
  record Contested(
      String reference, String kind, Set<String> deciders, String path, List<String> exchanges) {
    public Contested {
      deciders = Set.copyOf(deciders);
      exchanges = List.copyOf(exchanges);
    }
  }
}
