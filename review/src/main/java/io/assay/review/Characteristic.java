package io.assay.review;

import io.assay.review.regex.LinearExpression;
import java.util.List;

/** What a feature looks for. */
public sealed interface Characteristic {

  /** A word or phrase. */
  record Keyword(String text) implements Characteristic {
    public Keyword {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a keyword is blank; give its text");
      }
    }
  }

  /**
   * Several words or phrases that must all occur in one stream, in any order.
   *
   * @param within the longest distance in characters from the first to the last character of the
   *     occurrences, or {@link #ANYWHERE}
   */
  record Combination(List<String> terms, int within) implements Characteristic {

    /** The terms may stand at any distance. */
    public static final int ANYWHERE = Integer.MAX_VALUE;

    public Combination {
      terms = List.copyOf(terms);
      if (terms.size() < 2 || terms.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "a combination needs at least two terms, none blank; got " + terms);
      }
      if (within < 1) {
        throw new IllegalArgumentException("within must be at least 1, got " + within);
      }
    }
  }

  /**
   * A regular expression in RE2 syntax: no back-references, no look-around, linear time, and no
   * match of more than {@link LinearExpression#LONGEST_MATCH} characters.
   */
  record Expression(String pattern) implements Characteristic {
    public Expression {
      if (pattern.isEmpty()) {
        throw new IllegalArgumentException("an expression is empty; give its pattern");
      }
      LinearExpression.of(pattern);
    }
  }

  /**
   * A perceptual hash of a picture, a video frame or a sound.
   *
   * @param hash the hash in the medium's text form
   * @param tolerance the largest distance that still matches, in the medium's own unit
   */
  record PerceptualHash(Medium medium, String hash, double tolerance) implements Characteristic {

    /** What was hashed. */
    public enum Medium {
      IMAGE,
      FRAME,
      AUDIO
    }

    public PerceptualHash {
      if (hash.isBlank() || !(tolerance >= 0)) {
        throw new IllegalArgumentException(
            "a perceptual hash needs a hash and a tolerance of at least 0, got " + tolerance);
      }
    }
  }

  /** A fingerprint of a longer text, which finds copies and near copies. */
  record TextFingerprint(String hash, int tolerance) implements Characteristic {
    public TextFingerprint {
      if (hash.isBlank() || tolerance < 0) {
        throw new IllegalArgumentException(
            "a fingerprint needs a hash and a tolerance of at least 0, got " + tolerance);
      }
    }
  }

  /** A classifier's score for a label reaching a threshold. */
  record ClassifierThreshold(String classifier, String label, double threshold)
      implements Characteristic {
    public ClassifierThreshold {
      if (classifier.isBlank() || label.isBlank() || !(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            "a threshold needs a classifier, a label and a number from 0 to 1, got " + threshold);
      }
    }
  }
}
