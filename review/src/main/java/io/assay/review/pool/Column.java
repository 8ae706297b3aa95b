package io.assay.review.pool;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One named field of a feature in a pool file; a list field holds several values. */
enum Column {
  ID,
  VERSION,
  KIND,
  PATTERN,
  LIMIT,
  CATEGORY,
  SEVERITY,
  DISPOSITION,
  MODE,
  DIRECTIONS(true),
  CAPABILITIES(true),
  TENANTS(true),
  LAYERS(true),
  EXCEPTIONS(true),
  STANDARD,
  EVIDENCE,
  EDITOR,
  APPROVER,
  EXPIRES;

  private final boolean list;

  Column() {
    this(false);
  }

  Column(boolean list) {
    this.list = list;
  }

  boolean list() {
    return list;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Column> titled(String title) {
    return Arrays.stream(values()).filter(column -> column.title().equals(title)).findFirst();
  }
}
