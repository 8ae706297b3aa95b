package io.assay.review.pool;

import io.assay.review.Category;
import io.assay.review.Characteristic;
import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many distinct keywords a pool has for each category, against the counts asked of it.
 *
 * <p>A keyword counts if it is live and has not expired; a combination of words is one keyword.
 *
 * <p>Source: GB/T 45654-2025, requirements on the keyword library.
 *
 * @param keywords over all categories
 * @param rows one for each shipped category, in the order of their lists
 */
public record Coverage(Requirement requirement, long keywords, List<Row> rows) {

  /**
   * The counts asked of a pool.
   *
   * @param total over all categories
   * @param eachCoreValue for each risk of A.1
   * @param eachDiscrimination for each risk of A.2
   */
  public record Requirement(int total, int eachCoreValue, int eachDiscrimination) {

    /** The counts of GB/T 45654-2025; confirm them against the edition in force. */
    public static final Requirement STANDARD = new Requirement(10_000, 200, 100);

    int of(Category category) {
      if (category.code().startsWith("A.1.")) {
        return eachCoreValue;
      }
      return category.code().startsWith("A.2.") ? eachDiscrimination : 0;
    }
  }

  /** One category's count against what is asked of it. */
  public record Row(Category category, int keywords, int required) {

    public int missing() {
      return Math.max(0, required - keywords);
    }
  }

  public Coverage {
    rows = List.copyOf(rows);
  }

  public static Coverage of(Pool pool, Requirement requirement, Instant now) {
    Map<Category, Set<Characteristic>> found = new HashMap<>();
    pool.features()
        .filter(feature -> counts(feature, now))
        .forEach(
            feature ->
                found
                    .computeIfAbsent(feature.rule().category(), category -> new HashSet<>())
                    .add(feature.characteristic()));
    List<Row> rows = new ArrayList<>();
    for (Category category : Category.all()) {
      int keywords = found.getOrDefault(category, Set.of()).size();
      rows.add(new Row(category, keywords, requirement.of(category)));
    }
    long keywords = found.values().stream().flatMap(Set::stream).distinct().count();
    return new Coverage(requirement, keywords, rows);
  }

  /** Whether the total and every category reach what is asked. */
  public boolean met() {
    return missing() == 0 && rows.stream().allMatch(row -> row.missing() == 0);
  }

  /** How many keywords the total lacks. */
  public long missing() {
    return Math.max(0, requirement.total() - keywords);
  }

  private static boolean counts(Feature feature, Instant now) {
    boolean keyword =
        switch (feature.characteristic()) {
          case Keyword ignored -> true;
          case Combination ignored -> true;
          default -> false;
        };
    return keyword && feature.rule().mode() == Mode.LIVE && !feature.entry().expiredAt(now);
  }
}
