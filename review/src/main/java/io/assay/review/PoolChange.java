package io.assay.review;

import java.util.List;

/**
 * The difference between two pools.
 *
 * @param put features that the later pool has and the earlier has not, or has otherwise
 * @param gone features that the earlier pool has and the later has not, or has otherwise
 */
public record PoolChange(List<Feature> put, List<Feature> gone) {
  public PoolChange {
    put = List.copyOf(put);
    gone = List.copyOf(gone);
  }
}
