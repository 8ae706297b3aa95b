package io.assay.office.authority;

import io.assay.office.web.Site;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases that authorities are told of. A feature whose cases are reported contributes a bean of this
 * type.
 */
public interface Reportable {

  /** The case of that identifier, or empty when it is none of this kind. */
  Optional<Matter> find(String about);

  /** Is told, inside the transaction, that a report about the case was sent. */
  void reported(String about, String report, String actor);

  /**
   * What a draft is made of.
   *
   * @param type the end of a message key, by which authorities may be chosen
   * @param path the page of staff about it
   * @param facts in order; names are ends of message keys
   */
  record Matter(String about, String type, String path, List<Fact> facts) {
    public Matter {
      facts = List.copyOf(facts);
    }
  }

  /** A named fact of a case, without content. */
  record Fact(String name, String value) {

    /** When something happened, by the clock of those who read it; empty when it did not. */
    public static Fact at(String name, @Nullable Instant moment) {
      return new Fact(
          name,
          moment == null
              ? ""
              : moment
                  .truncatedTo(ChronoUnit.SECONDS)
                  .atZone(Site.ZONE)
                  .toOffsetDateTime()
                  .toString());
    }
  }
}
