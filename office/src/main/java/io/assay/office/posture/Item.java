package io.assay.office.posture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a control counts.
 *
 * @param path the page that shows it; empty where there is none
 * @param note a code that says more of it; empty where there is none
 * @param values what fills the gaps of its message
 */
public record Item(
    String id,
    String path,
    @Nullable Instant at,
    boolean bad,
    boolean soon,
    String note,
    List<String> values) {
  public Item {
    values = List.copyOf(values);
  }
}
