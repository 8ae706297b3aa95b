package io.assay.office.pool;

import io.assay.review.Characteristic;
import io.assay.review.audio.SpectralFingerprint;
import java.util.List;
import java.util.Locale;

/** The kinds of characteristic by the names that pool files use, with the text that shows them. */
public enum FeatureKind {
  KEYWORD,
  COMBINATION,
  EXPRESSION,
  IMAGE,
  FRAME,
  AUDIO,
  FINGERPRINT,
  CLASSIFIER;

  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FeatureKind of(Characteristic characteristic) {
    return switch (characteristic) {
      case Characteristic.Keyword ignored -> KEYWORD;
      case Characteristic.Combination ignored -> COMBINATION;
      case Characteristic.Expression ignored -> EXPRESSION;
      case Characteristic.PerceptualHash hash ->
          switch (hash.medium()) {
            case IMAGE -> IMAGE;
            case FRAME -> FRAME;
            case AUDIO -> AUDIO;
          };
      case Characteristic.TextFingerprint ignored -> FINGERPRINT;
      case Characteristic.ClassifierThreshold ignored -> CLASSIFIER;
    };
  }

  /** How long the sound of an audio fingerprint is, in seconds. */
  static double seconds(String fingerprint) {
    return fingerprint.length() / 8 * SpectralFingerprint.MICROS_APART / 1e6;
  }

  /** The pattern as a reader sees it and searches for it. */
  static String pattern(Characteristic characteristic) {
    return switch (characteristic) {
      case Characteristic.Keyword keyword -> keyword.text();
      case Characteristic.Combination combination -> String.join(" + ", combination.terms());
      case Characteristic.Expression expression -> expression.pattern();
      case Characteristic.PerceptualHash hash -> hash.hash();
      case Characteristic.TextFingerprint fingerprint -> fingerprint.hash();
      case Characteristic.ClassifierThreshold threshold ->
          String.join(" + ", List.of(threshold.classifier(), threshold.label()));
    };
  }
}
