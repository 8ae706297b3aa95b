package io.assay.gateway.journal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * What review found: which feature of the pool, in which version, where. Holds no content.
 *
 * @param where which text was hit, for example {@code messages[2].content}
 * @param start first character of the hit in that text
 * @param end one past the last character of the hit
 * @param layer which evasion layer uncovered it
 * @param why how near a file came to the feature, in English; empty for words
 * @param region where in a picture; {@link RegionRecord#NONE} where nobody named a region
 */
public record FindingRecord(
    String feature,
    long version,
    String category,
    String where,
    long start,
    long end,
    String layer,
    String why,
    RegionRecord region) {

  /** A finding that names no region of a picture. */
  public FindingRecord(
      String feature,
      long version,
      String category,
      String where,
      long start,
      long end,
      String layer,
      String why) {
    this(feature, version, category, where, start, end, layer, why, RegionRecord.NONE);
  }

  public FindingRecord {
    requireNonNull(feature, "feature");
    requireNonNull(category, "category");
    requireNonNull(where, "where");
    requireNonNull(layer, "layer");
    requireNonNull(why, "why");
    requireNonNull(region, "region");
  }

  /** Whether another finding says the same, perhaps of another region. */
  public boolean sameButPlace(FindingRecord other) {
    return unplaced().equals(other.unplaced());
  }

  private FindingRecord unplaced() {
    return new FindingRecord(feature, version, category, where, start, end, layer, why);
  }

  Map<String, Object> body() {
    var body = new TreeMap<String, Object>();
    body.put("feature", feature);
    body.put("version", version);
    body.put("category", category);
    body.put("where", where);
    body.put("start", start);
    body.put("end", end);
    body.put("layer", layer);
    if (!why.isEmpty()) {
      body.put("why", why);
    }
    if (region.named()) {
      body.put("region", region.body());
    }
    return body;
  }
}
