package io.assay.ledger.evidence;

import io.assay.ledger.Entry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * Whose payloads an order opens, and from when. Entries outside are in the bundle all the same,
 * with their payloads withheld, so that none can be left out unseen.
 *
 * @param subjects whom the entries name as their subject; empty for all
 * @param since the first instant
 * @param until the instant after the last
 */
public record Scope(List<String> subjects, Instant since, Instant until) {

  private static final Instant NEVER_ENDS = Instant.parse("9999-12-31T23:59:59Z");

  public Scope {
    subjects = List.copyOf(subjects);
    if (until.isBefore(since)) {
      throw new IllegalArgumentException("a scope from " + since + " until " + until);
    }
  }

  /** Opens nothing. */
  public static Scope nothing() {
    return new Scope(List.of(), Instant.EPOCH, Instant.EPOCH);
  }

  /** Opens the payloads of some subjects, or of all when there are none, whenever they are from. */
  public static Scope of(List<String> subjects) {
    return new Scope(subjects, Instant.EPOCH, NEVER_ENDS);
  }

  public Scope since(Instant first) {
    return new Scope(subjects, first, until);
  }

  public Scope until(Instant end) {
    return new Scope(subjects, since, end);
  }

  /** Whether the payloads of an entry may be opened. */
  public boolean covers(Entry entry) {
    boolean inTime = !entry.time().isBefore(since) && entry.time().isBefore(until);
    return inTime && (subjects.isEmpty() || subjects.contains(subjectOf(entry)));
  }

  private static String subjectOf(Entry entry) {
    return entry.body().get("subject") instanceof String subject ? subject : "";
  }

  static Scope parse(Object value) {
    if (value instanceof Map<?, ?> fields
        && fields.get("subjects") instanceof List<?> subjects
        && fields.get("since") instanceof String since
        && fields.get("until") instanceof String until) {
      return new Scope(
          subjects.stream().map(String::valueOf).toList(), instant(since), instant(until));
    }
    throw new IllegalArgumentException("a scope has subjects, since and until");
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(text + " is no time", malformed);
    }
  }

  Map<String, Object> fields() {
    return Map.of("subjects", subjects, "since", since.toString(), "until", until.toString());
  }
}
