package io.assay.office.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * @param exchanges the exchanges it rests on, which count as stopped wrongly when the appeal is
   *     upheld
   * @param until when the time to appeal ends; null when it does not
   */
  record Contested(
      String reference,
      String kind,
      Set<String> deciders,
      String path,
      List<String> exchanges,
      @Nullable Instant until) {
    public Contested {
      deciders = Set.copyOf(deciders);
      exchanges = List.copyOf(exchanges);
    }

    /** Whether the time to appeal is over. */
    boolean closed(Instant now) {
      return until != null && !now.isBefore(until);
    }
  }
}
