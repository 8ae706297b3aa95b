package io.assay.review.pool;

import io.assay.review.Characteristic;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Characteristic.TextFingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How each characteristic is named and spelt in a pool file. */
enum Kind {
  KEYWORD,
  COMBINATION,
  EXPRESSION,
  IMAGE,
  FRAME,
  AUDIO,
  FINGERPRINT,
  CLASSIFIER;

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind titled(String title) {
    return Arrays.stream(values())
        .filter(kind -> kind.title().equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no kind '"
                        + title
                        + "'; use one of "
                        + Arrays.stream(values()).map(Kind::title).toList()));
  }

  static Characteristic read(Row row) {
    String pattern = row.one(Column.PATTERN);
    return switch (titled(row.one(Column.KIND))) {
      case KEYWORD -> new Keyword(pattern);
      case COMBINATION ->
          new Combination(
              pattern.lines().toList(),
              row.one(Column.LIMIT, Combination.ANYWHERE, Integer::valueOf));
      case EXPRESSION -> new Expression(pattern);
      case IMAGE -> hash(Medium.IMAGE, row);
      case FRAME -> hash(Medium.FRAME, row);
      case AUDIO -> hash(Medium.AUDIO, row);
      case FINGERPRINT ->
          new TextFingerprint(pattern, (int) number(row, "an allowed number of differing bits"));
      case CLASSIFIER -> {
        List<String> parts = pattern.lines().toList();
        if (parts.size() != 2) {
          throw new IllegalArgumentException(
              "a classifier's pattern is its name and a label on a line each, got '"
                  + pattern
                  + "'");
        }
        yield new ClassifierThreshold(parts.get(0), parts.get(1), number(row, "a threshold"));
      }
    };
  }

  static void write(Characteristic characteristic, Row row) {
    switch (characteristic) {
      case Keyword keyword -> put(row, KEYWORD, keyword.text());
      case Expression expression -> put(row, EXPRESSION, expression.pattern());
      case Combination combination -> {
        put(row, COMBINATION, lines(combination.terms()));
        if (combination.within() != Combination.ANYWHERE) {
          row.put(Column.LIMIT, Integer.toString(combination.within()));
        }
      }
      case PerceptualHash hash -> {
        put(row, valueOf(hash.medium().name()), hash.hash());
        row.put(Column.LIMIT, Double.toString(hash.tolerance()));
      }
      case TextFingerprint fingerprint -> {
        put(row, FINGERPRINT, fingerprint.hash());
        row.put(Column.LIMIT, Integer.toString(fingerprint.tolerance()));
      }
      case ClassifierThreshold threshold -> {
        put(row, CLASSIFIER, lines(List.of(threshold.classifier(), threshold.label())));
        row.put(Column.LIMIT, Double.toString(threshold.threshold()));
      }
    }
  }

  private static void put(Row row, Kind kind, String pattern) {
    row.put(Column.KIND, kind.title());
    row.put(Column.PATTERN, pattern);
  }

  private static String lines(List<String> parts) {
    if (parts.stream().anyMatch(part -> part.indexOf('\n') >= 0 || part.indexOf('\r') >= 0)) {
      throw new IllegalArgumentException("a part of the pattern has a line end: " + parts);
    }
    return String.join("\n", parts);
  }

  private static PerceptualHash hash(Medium medium, Row row) {
    return new PerceptualHash(medium, row.one(Column.PATTERN), number(row, "a distance"));
  }

  private static double number(Row row, String meaning) {
    double limit = row.one(Column.LIMIT, Double.NaN, Double::valueOf);
    if (Double.isNaN(limit)) {
      throw new IllegalArgumentException("the limit is empty; give " + meaning);
    }
    return limit;
  }
}
