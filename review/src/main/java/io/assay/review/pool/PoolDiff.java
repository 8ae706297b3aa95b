package io.assay.review.pool;

import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.PoolChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between two versions of a pool, for a person to read; each list by id.
 *
 * @param added features that only the later version has
 * @param removed features that only the earlier version has
 * @param changed features that both have, otherwise
 */
public record PoolDiff(List<Feature> added, List<Feature> removed, List<Changed> changed) {

  /**
   * A feature that differs between the versions.
   *
   * @param fields the names of the columns of {@link PoolCsv} that differ
   */
  public record Changed(Feature before, Feature after, Set<String> fields) {
    public Changed {
      fields = Set.copyOf(fields);
    }
  }

  public PoolDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public static PoolDiff between(Pool earlier, Pool later) {
    PoolChange change = later.since(earlier);
    Map<String, Feature> gone = new TreeMap<>();
    change.gone().forEach(feature -> gone.put(feature.id(), feature));
    List<Feature> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    for (Feature after : byId(change.put())) {
      Feature before = gone.remove(after.id());
      if (before == null) {
        added.add(after);
      } else {
        changed.add(new Changed(before, after, fields(before, after)));
      }
    }
    return new PoolDiff(added, List.copyOf(gone.values()), changed);
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  private static List<Feature> byId(List<Feature> features) {
    return features.stream().sorted(Comparator.comparing(Feature::id)).toList();
  }

  private static Set<String> fields(Feature before, Feature after) {
    Row was = FeatureRow.of(before);
    Row is = FeatureRow.of(after);
    Set<String> fields = new TreeSet<>();
    for (Column column : EnumSet.allOf(Column.class)) {
      if (!was.all(column).equals(is.all(column))) {
        fields.add(column.title());
      }
    }
    return fields;
  }
}
