package io.assay.review.pool;

import io.assay.review.Category;
import io.assay.review.Characteristic;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.TextFingerprint;
import io.assay.review.Direction;
import io.assay.review.Disposition;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Layer;
import io.assay.review.Layers;
import io.assay.review.Matching;
import io.assay.review.Mode;
import io.assay.review.Rule;
import io.assay.review.Scope;
import io.assay.review.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Features of every shape. */
final class Features {

  private Features() {}

  static Arbitrary<Feature> any() {
    return Combinators.combine(
            text(), Arbitraries.integers().between(1, 99), characteristics(), rules(), matchings())
        .as((id, version, what, rule, how) -> new Feature(id, version, what, rule, how, entry(id)));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withChars("ab,\"'=| 词语加微信😀")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(text -> !text.isBlank());
  }

  private static Arbitrary<Characteristic> characteristics() {
    Arbitrary<String> multiline = text().map(text -> text + "\r\n" + text);
    return Arbitraries.oneOf(
        text().map(Keyword::new),
        multiline.map(Keyword::new),
        text().map(text -> new Expression(Pattern.quote(text))),
        text().list().ofMinSize(2).ofMaxSize(4).map(terms -> new Combination(terms, 40)),
        text().map(term -> new Combination(List.of(term, "x"), Combination.ANYWHERE)),
        text().map(hash -> new PerceptualHash(PerceptualHash.Medium.AUDIO, hash, 0.35)),
        text().map(hash -> new TextFingerprint(hash, 3)),
        text().map(label -> new ClassifierThreshold("linear", label, 0.9)));
  }

  private static Arbitrary<Rule> rules() {
    return Combinators.combine(
            Arbitraries.of(Category.all()),
            Arbitraries.of(Severity.class),
            Arbitraries.of(Disposition.class),
            Arbitraries.of(Direction.class),
            Arbitraries.of(Mode.class))
        .as(
            (category, severity, disposition, direction, mode) ->
                new Rule(
                    category,
                    severity,
                    disposition,
                    new Scope(Set.of(direction), Set.of("chat"), Set.of("a", "b")),
                    mode));
  }

  private static Arbitrary<Matching> matchings() {
    return Combinators.combine(
            Arbitraries.of(Layer.class)
                .set()
                .map(Layers::new)
                .injectDuplicates(0.1)
                .map(layers -> layers.enabled().size() == 1 ? Layers.core() : layers),
            text().list().ofMaxSize(3))
        .as(Matching::new);
  }

  private static Entry entry(String id) {
    return new Entry(id, "seen in \"case 7\",\nline two", "ann", "bo", expiry(id));
  }

  private static Optional<Instant> expiry(String id) {
    return id.length() % 2 == 0 ? Optional.empty() : Optional.of(Instant.EPOCH);
  }
}
