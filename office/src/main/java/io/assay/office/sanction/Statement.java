package io.assay.office.sanction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statement of reasons of a sanction, in the shape of the Digital Services Act, Art. 17. It is
 * never changed. It names no person, so that it can be shown to the person and counted in public.
 *
 * @param level what was decided
 * @param capabilities what is closed by a limit; empty otherwise
 * @param facts what happened, without content
 * @param ground whether it is against the law or against the rules of the service
 * @param clause the article or the clause of the agreement
 * @param source what drew attention to it
 * @param automatedDetection whether it was found by a rule
 * @param automation whether a rule decided
 * @param start from when it holds
 * @param end when it ends by itself; null when it does not
 */
public record Statement(
    Level level,
    Set<String> capabilities,
    String facts,
    Ground ground,
    String clause,
    Source source,
    boolean automatedDetection,
    Automation automation,
    Instant start,
    @Nullable Instant end) {
  public Statement {
    capabilities = Set.copyOf(capabilities);
    if (facts.isBlank() || clause.isBlank()) {
      throw new IllegalArgumentException("a statement of reasons needs facts and a clause");
    }
  }

  /** What the conduct is against. */
  public enum Ground {
    ILLEGAL,
    AGAINST_RULES
  }

  /** What drew attention to it. */
  public enum Source {
    OWN_REVIEW,
    REPORT,
    AUTHORITY
  }

  /** How far a rule decided. */
  public enum Automation {
    FULLY,
    PARTIALLY,
    NOT
  }

  /** The capabilities in a fixed order, for pages. */
  public List<String> closed() {
    return capabilities.stream().sorted().toList();
  }
}
