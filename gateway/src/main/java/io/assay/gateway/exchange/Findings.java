package io.assay.gateway.exchange;

import io.assay.gateway.journal.FindingRecord;
import io.assay.review.Finding;
import io.assay.review.Layer;
import io.assay.review.Location;
import io.assay.review.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Findings of the review as they are recorded: never with the content that was hit. */
public final class Findings {
  private static final int MOST = 50;

  private Findings() {}

  /** The first findings of a verdict; an entry of the ledger has a bounded size. */
  public static List<FindingRecord> of(Verdict verdict) {
    return verdict.findings().stream().limit(MOST).map(Findings::record).toList();
  }

  /** The text in which the first finding of a verdict lies; empty when there is none. */
  static String where(Verdict verdict) {
    return of(verdict).stream().map(FindingRecord::where).findFirst().orElse("");
  }

  private static FindingRecord record(Finding finding) {
    var feature = finding.feature();
    var category = feature.rule().category().code();
    var layers =
        finding.layers().stream().map(Layer::name).sorted().collect(Collectors.joining("+"));
    return switch (finding.where()) {
      case Location.Span span ->
          new FindingRecord(
              feature.id(),
              feature.version(),
              category,
              span.stream(),
              span.start(),
              span.end(),
              layers);
      case Location.Stretch stretch ->
          new FindingRecord(
              feature.id(),
              feature.version(),
              category,
              "sound",
              stretch.startMillis(),
              stretch.endMillis(),
              layers);
      case Location.Whole() ->
          new FindingRecord(feature.id(), feature.version(), category, "whole", 0, 0, layers);
    };
  }
}
