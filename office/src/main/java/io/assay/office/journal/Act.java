package io.assay.office.journal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One act of the office, of staff, of a subject or of the system itself. Holds no secrets and no
 * personal data in the clear.
 *
 * @param type dotted name, the feature first: {@code staff.signed_in}, {@code key.revoked}
 * @param actor who did it: {@code staff:ID}, {@code subject:ID}, {@code visitor} or {@code system}
 * @param facts what was done, as text, whole numbers and booleans
 */
public record Act(String type, String actor, SortedMap<String, Object> facts) {
  public static final String SYSTEM = "system";
  public static final String VISITOR = "visitor";

  public Act {
    if (!type.matches("[a-z]+(\\.[a-z_]+)+")) {
      throw new IllegalArgumentException("act type '" + type + "' is not dotted lower case");
    }
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  public static Act of(String type, String actor, Map<String, ?> facts) {
    return new Act(type, actor, new TreeMap<>(facts));
  }
}
