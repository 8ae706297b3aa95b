package io.assay.gateway.exchange;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.RegionRecord;
import io.assay.review.Finding;
import io.assay.review.Layer;
import io.assay.review.Location;
import io.assay.review.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of the review as they are recorded: never with the content that was hit. */
public final class Findings {
  private static final int MOST = 50;
  private static final int LONGEST_WHY = 200;

  /** What a classifier's failure says beside its kind; it may be the service's own words. */
  private static final Pattern DETAIL =
      Pattern.compile("(gave no answer \\([A-Z_]+): .*", Pattern.DOTALL);

  private Findings() {}

  /** The first findings of a verdict; an entry of the ledger has a bounded size. */
  public static List<FindingRecord> of(Verdict verdict) {
    return verdict.findings().stream().limit(MOST).map(Findings::record).toList();
  }

  /** The first findings of texts and files, the texts' first. */
  static List<FindingRecord> of(Verdict texts, List<ReviewFiles.Seen> files) {
    return Stream.concat(
            texts.findings().stream().map(Findings::record),
            files.stream()
                .flatMap(
                    seen -> seen.findings().stream().map(it -> record(it, seen.file().where()))))
        .limit(MOST)
        .toList();
  }

  private static FindingRecord record(Finding finding) {
    return record(finding, "whole");
  }

  private static FindingRecord record(Finding finding, String place) {
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
              layers,
              "");
      case Location.Stretch stretch ->
          new FindingRecord(
              feature.id(),
              feature.version(),
              category,
              place,
              stretch.startMillis(),
              stretch.endMillis(),
              layers,
              why(finding));
      case Location.Region region ->
          new FindingRecord(
              feature.id(),
              feature.version(),
              category,
              place,
              0,
              0,
              layers,
              why(finding),
              RegionRecord.of(region.left(), region.top(), region.width(), region.height()));
      case Location.Whole() ->
          new FindingRecord(
              feature.id(), feature.version(), category, place, 0, 0, layers, why(finding));
    };
  }

  private static String why(Finding finding) {
    var why = DETAIL.matcher(finding.why()).replaceFirst("$1)");
    return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
  }
}
