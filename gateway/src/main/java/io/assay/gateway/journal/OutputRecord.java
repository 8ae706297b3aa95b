package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One part of an answer that is kept: all its text, or one of its pictures and sounds.
 *
 * @param field under which the vault keeps it
 * @param where its place in the answer; empty for what has none
 */
public record OutputRecord(String field, String where, Measure measure) {
  /** The field of an answer's only part, and of its first. */
  public static final String FIELD = "output";

  public OutputRecord {
    requireNonNull(field, "field");
    requireNonNull(where, "where");
    requireNonNull(measure, "measure");
  }

  /** The field of one of several parts, numbered from 1. */
  public static String field(int number) {
    return number == 1 ? FIELD : FIELD + "-" + number;
  }

  /** An answer that is kept whole. */
  public static List<OutputRecord> whole(Measure measure) {
    return List.of(new OutputRecord(FIELD, "", measure));
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>(measure.body());
    body.put("field", field);
    body.put("where", where);
    return body;
  }
}
