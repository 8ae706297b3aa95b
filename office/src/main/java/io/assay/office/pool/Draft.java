package io.assay.office.pool;

import io.assay.office.approval.ActionRefusedException;
import io.assay.review.Category;
import io.assay.review.Characteristic;
import io.assay.review.Characteristic.PerceptualHash.Medium;
import io.assay.review.Direction;
import io.assay.review.Disposition;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Layers;
import io.assay.review.Matching;
import io.assay.review.Pool;
import io.assay.review.ReviewException;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import io.assay.review.Scope;
import io.assay.review.Severity;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import io.assay.review.fingerprint.FingerprintReview;
import io.assay.review.image.PictureReview;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A feature as somebody writes it down; every part is text, a missing one is the usual.
 *
 * @param pattern the text; for a combination a term a line, for a threshold the classifier's name
 *     and the label on a line each
 * @param within whether a keyword also matches inside longer words: {@code true} or empty
 * @param limit distance, tolerance or score, where the kind has one
 * @param direction {@code INPUT} or {@code OUTPUT}; empty for both
 * @param layers {@code CORE}, {@code ALL} or {@code NONE}
 * @param exceptions phrases in which a hit is allowed, one a line
 * @param replaces the feature in whose place it comes
 */
public record Draft(
    String kind,
    String pattern,
    String within,
    String limit,
    String category,
    String severity,
    String disposition,
    String direction,
    String layers,
    String exceptions,
    String standard,
    String evidence,
    String replaces) {
  private static final int LONGEST = 4_000;

  /** As much as a cell of a pool file holds. */
  private static final int LONGEST_SOUND = 65_536;

  /** Above it sounds that have nothing in common would match. */
  private static final double LOOSEST_SOUND = 0.4;

  public Draft {
    kind = known(kind, "keyword");
    pattern = known(pattern, "");
    within = known(within, "");
    limit = known(limit, "");
    category = known(category, "");
    severity = known(severity, "");
    disposition = known(disposition, "");
    direction = known(direction, "");
    layers = known(layers, "CORE");
    exceptions = known(exceptions, "");
    standard = known(standard, "");
    evidence = known(evidence, "");
    replaces = known(replaces, "");
  }

  /** A keyword of a category with the usual rule. */
  public static Draft keyword(String text, String category, String standard, String evidence) {
    return new Draft("keyword", text, "", "", category, "", "", "", "", "", standard, evidence, "");
  }

  /** A draft that would change a feature: the same, in its place. */
  static Draft of(PoolFeature known) {
    Feature feature = known.feature();
    Rule rule = feature.rule();
    String pattern =
        switch (feature.characteristic()) {
          case Characteristic.Combination it -> String.join("\n", it.terms());
          case Characteristic.ClassifierThreshold it -> it.classifier() + "\n" + it.label();
          default -> known.pattern();
        };
    Layers layers = feature.matching().layers();
    return new Draft(
        known.kind().title(),
        pattern,
        "",
        limit(feature.characteristic()),
        rule.category().code(),
        rule.severity().name(),
        rule.disposition().name(),
        rule.scope().directions().size() == 1
            ? rule.scope().directions().iterator().next().name()
            : "",
        layers.equals(Layers.all()) ? "ALL" : layers.equals(Layers.none()) ? "NONE" : "CORE",
        String.join("\n", feature.matching().exceptions()),
        feature.entry().standard(),
        feature.entry().evidence(),
        known.id());
  }

  /** A draft that allows a feature's hits within one more phrase. */
  public static Draft allowing(PoolFeature known, String phrase, String evidence) {
    Draft draft = of(known);
    return changed(draft, draft.limit(), draft.exceptions() + "\n" + phrase, evidence);
  }

  /** A draft of a hash that must come nearer to hit. */
  public static Draft nearer(PoolFeature known, double limit, String evidence) {
    Draft draft = of(known);
    return changed(draft, Double.toString(limit), draft.exceptions(), evidence);
  }

  private static Draft changed(Draft draft, String limit, String exceptions, String evidence) {
    return new Draft(
        draft.kind(),
        draft.pattern(),
        draft.within(),
        limit,
        draft.category(),
        draft.severity(),
        draft.disposition(),
        draft.direction(),
        draft.layers(),
        exceptions,
        draft.standard(),
        evidence,
        draft.replaces());
  }

  /**
   * The feature that the draft describes.
   *
   * @throws ActionRefusedException naming the part that does not do
   */
  Feature feature(String id, String editor) {
    if (standard.length() > LONGEST || evidence.length() > LONGEST) {
      throw new ActionRefusedException("pool.draft.long");
    }
    Feature feature =
        new Feature(
            id,
            1,
            characteristic(),
            rule(),
            new Matching(layered(), lines(exceptions)),
            new Entry(standard, evidence, editor, "", Optional.empty()));
    try {
      Pool pool = Pool.of("draft", List.of(feature));
      Reviewer.of(pool);
      new PictureReview(pool, InstantSource.system());
      new FingerprintReview(pool, InstantSource.system());
      new AudioReview(
          pool, SpectralFingerprint.MICROS_APART, AudioReview.PASSAGE, InstantSource.system());
      return feature;
    } catch (IllegalArgumentException | ReviewException unusable) {
      throw refused("pool.draft.pattern", unusable);
    }
  }

  private static String limit(Characteristic characteristic) {
    return switch (characteristic) {
      case Characteristic.Combination it ->
          it.within() == Characteristic.Combination.ANYWHERE ? "" : Integer.toString(it.within());
      case Characteristic.PerceptualHash it -> Double.toString(it.tolerance());
      case Characteristic.TextFingerprint it -> Integer.toString(it.tolerance());
      case Characteristic.ClassifierThreshold it -> Double.toString(it.threshold());
      default -> "";
    };
  }

  private Characteristic characteristic() {
    if (pattern.length() > (kind.equals("audio") ? LONGEST_SOUND : LONGEST)) {
      throw new ActionRefusedException("pool.draft.long");
    }
    try {
      return switch (kind) {
        case "keyword" ->
            within.equals("true")
                ? new Characteristic.Expression("(?i)" + quoted(pattern))
                : new Characteristic.Keyword(pattern);
        case "combination" ->
            new Characteristic.Combination(
                lines(pattern),
                limit.isEmpty() ? Characteristic.Combination.ANYWHERE : Integer.parseInt(limit));
        case "expression" -> new Characteristic.Expression(pattern);
        case "image" ->
            new Characteristic.PerceptualHash(Medium.IMAGE, pattern, Double.parseDouble(limit));
        case "audio" -> new Characteristic.PerceptualHash(Medium.AUDIO, pattern, soundTolerance());
        case "fingerprint" -> new Characteristic.TextFingerprint(pattern, Integer.parseInt(limit));
        case "classifier" -> threshold();
        default -> throw new ActionRefusedException("pool.draft.kind");
      };
    } catch (IllegalArgumentException malformed) {
      throw refused("pool.draft.pattern", malformed);
    }
  }

  private Characteristic threshold() {
    List<String> named = lines(pattern);
    if (named.size() != 2) {
      throw new IllegalArgumentException("a threshold names a classifier and a label, a line each");
    }
    return new Characteristic.ClassifierThreshold(
        named.get(0), named.get(1), Double.parseDouble(limit));
  }

  private double soundTolerance() {
    double share = Double.parseDouble(limit);
    if (share > LOOSEST_SOUND) {
      throw new IllegalArgumentException(
          "a tolerance of " + share + " is above " + LOOSEST_SOUND + "; lower it");
    }
    return share;
  }

  /** The same with the fingerprint of a file. */
  Draft with(Fingerprints.Taken taken) {
    return new Draft(
        taken.kind(),
        taken.pattern(),
        "",
        taken.limit(),
        category,
        severity,
        disposition,
        direction,
        layers,
        exceptions,
        standard,
        evidence,
        replaces);
  }

  private Rule rule() {
    try {
      Rule usual = Rule.of(Category.of(category));
      if (!severity.isEmpty()) {
        usual = usual.with(Severity.valueOf(severity));
      }
      if (!disposition.isEmpty()) {
        usual = usual.with(Disposition.valueOf(disposition));
      }
      EnumSet<Direction> directions =
          direction.isEmpty()
              ? EnumSet.allOf(Direction.class)
              : EnumSet.of(Direction.valueOf(direction));
      return usual.with(new Scope(directions, java.util.Set.of(), java.util.Set.of()));
    } catch (IllegalArgumentException unknown) {
      throw refused("pool.draft.rule", unknown);
    }
  }

  private Layers layered() {
    return switch (layers) {
      case "ALL" -> Layers.all();
      case "NONE" -> Layers.none();
      default -> Layers.core();
    };
  }

  private static ActionRefusedException refused(String code, RuntimeException cause) {
    ActionRefusedException refused = new ActionRefusedException(code);
    refused.initCause(cause);
    return refused;
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }

  private static List<String> lines(String text) {
    return Stream.of(text.split("\\R", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static String known(@Nullable String value, String usual) {
    return value == null || value.isBlank() ? usual : value.strip();
  }
}
