package io.assay.office.task;

import io.assay.gateway.journal.FindingRecord;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.Regions;
import io.assay.office.pool.Likeness;
import io.assay.office.pool.PoolFeature;
import io.assay.review.Category;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a sound of a task, and why it was flagged.
 *
 * @param reasons what review found in it; none where another file was flagged
 */
record Sight(File file, Regions regions, List<Reason> reasons) {
  Sight {
    reasons = List.copyOf(reasons);
  }

  /**
   * One feature that hit.
   *
   * @param finding as the ledger has it, the first of those that differ in their place only
   * @param places where in the picture; none where nobody named a place
   * @param feature null where the pool knows it no more
   * @param likeness null where it is no hash, or the hash is no longer compared
   */
  record Reason(
      FindingRecord finding,
      List<Regions.Numbered> places,
      @Nullable PoolFeature feature,
      @Nullable Likeness likeness) {
    Reason {
      places = List.copyOf(places);
    }

    /** Null where it is of none that ships. */
    public @Nullable Category category() {
      return Category.all().stream()
          .filter(it -> it.code().equals(finding.category()))
          .findFirst()
          .orElse(null);
    }

    public Likeness.@Nullable OfPicture picture() {
      return likeness instanceof Likeness.OfPicture it ? it : null;
    }

    public Likeness.@Nullable OfSound sound() {
      return likeness instanceof Likeness.OfSound it ? it : null;
    }

    /** What shows that the feature stands for the harm; empty where nothing is known. */
    public String evidence() {
      return Optional.ofNullable(feature).map(it -> it.feature().entry().evidence()).orElse("");
    }

    public String standard() {
      return Optional.ofNullable(feature).map(it -> it.feature().entry().standard()).orElse("");
    }
  }
}
