package io.assay.office;

import java.util.List;
import java.util.function.Function;

/**
 * The rows of a page of a list.
 *
 * @param next the cursor after which the following page begins; empty on the last
 */
public record Slice<T>(List<T> rows, String next) {
  public Slice {
    rows = List.copyOf(rows);
  }

  /** The page of {@code size} rows out of what was found when one row more was asked for. */
  public static <T> Slice<T> of(List<T> found, int size, Function<T, ?> cursor) {
    return found.size() <= size
        ? new Slice<>(found, "")
        : new Slice<>(found.subList(0, size), String.valueOf(cursor.apply(found.get(size - 1))));
  }

  /** The rows of a whole list. */
  public static <T> Slice<T> whole(List<T> rows) {
    return new Slice<>(rows, "");
  }
}
