package io.assay.review;

import java.util.Objects;

/**
 * One entry of the feature pool.
 *
 * <p>Source: Provisions on the Administration of Deep Synthesis, Article 10 paragraph 2.
 *
 * @param id names the feature through all its versions
 * @param version counts the changes of the feature, from 1
 */
public record Feature(
    String id,
    int version,
    Characteristic characteristic,
    Rule rule,
    Matching matching,
    Entry entry) {

  public Feature {
    if (id.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "a feature needs an id and a version of at least 1, got '" + id + "' " + version);
    }
    Objects.requireNonNull(characteristic, "characteristic");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(matching, "matching");
    Objects.requireNonNull(entry, "entry");
  }

  /** A first version with the standard matching, outside any procedure. */
  public static Feature of(String id, Characteristic characteristic, Rule rule) {
    return new Feature(id, 1, characteristic, rule, Matching.standard(), Entry.unrecorded());
  }

  /** A keyword with the defaults of its category. */
  public static Feature keyword(String id, String text, Category category) {
    return of(id, new Characteristic.Keyword(text), Rule.of(category));
  }

  public Feature with(Matching changed) {
    return new Feature(id, version, characteristic, rule, changed, entry);
  }

  public Feature with(Rule changed) {
    return new Feature(id, version, characteristic, changed, matching, entry);
  }

  public Feature with(Entry changed) {
    return new Feature(id, version, characteristic, rule, matching, changed);
  }
}
