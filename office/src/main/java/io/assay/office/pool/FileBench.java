package io.assay.office.pool;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.pool.Fingerprints.Read;
import io.assay.review.Category;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Context;
import io.assay.review.Direction;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Mode;
import io.assay.review.Pool;
import io.assay.review.audio.AudioFingerprint;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import io.assay.review.image.Hash256;
import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import io.assay.review.image.PictureReview;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answers "why does this picture or sound hit?" by the hashes of the pool; classifiers are not
 * asked. The file is not kept.
 */
@Component
public class FileBench {
  private static final int NEAREST = 5;

  private final Fingerprints fingerprints;
  private final FeatureStore features;
  private final Versions versions;
  private final VersionStore store;
  private final Bench bench;
  private final Clock clock;

  FileBench(
      Fingerprints fingerprints,
      FeatureStore features,
      Versions versions,
      VersionStore store,
      Bench bench,
      Clock clock) {
    this.fingerprints = fingerprints;
    this.features = features;
    this.versions = versions;
    this.store = store;
    this.bench = bench;
    this.clock = clock;
  }

  /**
   * What a file gives.
   *
   * @param kind {@code image} or {@code audio}
   * @param verdict {@code PASS}, {@code HOLD} or {@code BLOCK}
   * @param compared how many hashes of this kind the pool has
   * @param lines what hits, and of pictures what comes nearest without hitting, the nearest first
   * @param versions what each version of the pool says
   */
  public record Answer(
      String kind,
      String pool,
      String verdict,
      long compared,
      List<Line> lines,
      List<VersionsSay> versions) {
    public Answer {
      lines = List.copyOf(lines);
      versions = List.copyOf(versions);
    }
  }

  /**
   * One feature.
   *
   * @param distance of pictures in bits of 256, of sounds in per cent of the bits
   * @param limit the most that counts as the same
   * @param turn how the picture was turned or mirrored to come that near; empty for sounds
   * @param fromMillis where in a sound it is heard
   */
  public record Line(
      String feature,
      int version,
      Category category,
      Effect effect,
      boolean hit,
      double distance,
      double limit,
      String turn,
      long fromMillis,
      long toMillis) {}

  /**
   * Compares a file with the pool in force, or with it as a proposed feature would make it.
   *
   * @param proposed the id of a feature, or empty
   */
  public Answer run(byte[] file, Direction direction, String proposed) {
    Optional<PoolFeature> wanted =
        proposed.isEmpty() ? Optional.empty() : Optional.of(found(proposed));
    Pool pool = wanted.map(bench::with).orElseGet(versions::inForce);
    Context context = direction == Direction.INPUT ? Context.input() : Context.output();
    return fingerprints.with(
        file,
        read ->
            switch (read) {
              case Read.OfPicture it -> {
                refuseOther(FeatureKind.IMAGE, wanted);
                yield answer(FeatureKind.IMAGE, pool, known -> picture(it.luma(), known, context));
              }
              case Read.OfSound it -> {
                refuseOther(FeatureKind.AUDIO, wanted);
                yield answer(FeatureKind.AUDIO, pool, known -> sound(it.print(), known, context));
              }
            });
  }

  private static void refuseOther(FeatureKind kind, Optional<PoolFeature> wanted) {
    refuseUnless(wanted.filter(it -> it.kind() != kind).isEmpty(), "pool.try.kind");
  }

  private Answer answer(FeatureKind kind, Pool pool, Function<List<Feature>, List<Line>> compare) {
    List<Feature> now = pool.features().filter(it -> isOf(kind, it)).toList();
    List<Line> lines = compare.apply(now);
    List<Effect> effects = lines.stream().filter(Line::hit).map(Line::effect).toList();
    return new Answer(
        kind.title(),
        pool.version(),
        VersionsSay.verdict(effects),
        now.size(),
        lines,
        history(kind, compare));
  }

  private List<VersionsSay> history(FeatureKind kind, Function<List<Feature>, List<Line>> compare) {
    Map<String, Feature> ever =
        features.pooled(kind).stream()
            .map(PoolFeature::feature)
            .collect(Collectors.toMap(Feature::id, it -> it));
    Map<String, Feature> hits =
        compare.apply(List.copyOf(ever.values())).stream()
            .filter(Line::hit)
            .collect(Collectors.toMap(Line::feature, it -> ever.get(it.feature())));
    return VersionsSay.of(hits, store.memberships(hits.keySet()), store.newest());
  }

  private List<Line> picture(Luma luma, List<Feature> known, Context context) {
    List<Pdq> turned = Pdq.dihedral(luma);
    if (turned.getFirst().quality() <= Pdq.WORTHLESS) {
      throw new ActionRefusedException("pool.sample.plain");
    }
    List<Line> hits =
        new PictureReview(Pool.of("bench", known), clock)
            .matches(luma, context).stream()
                .map(it -> line(it.feature(), true, it.distance(), it.turn().name(), 0, 0))
                .sorted(Comparator.comparingDouble(Line::distance))
                .toList();
    List<String> ids = hits.stream().map(Line::feature).toList();
    Stream<Line> missed =
        known.stream()
            .filter(it -> !ids.contains(it.id()))
            .map(it -> line(it, false, distance(it, turned), "", 0, 0))
            .sorted(Comparator.comparingDouble(Line::distance))
            .limit(NEAREST);
    return Stream.concat(hits.stream(), missed).toList();
  }

  private List<Line> sound(AudioFingerprint print, List<Feature> known, Context context) {
    List<Line> lines = new ArrayList<>();
    new AudioReview(
            Pool.of("bench", known), SpectralFingerprint.MICROS_APART, AudioReview.PASSAGE, clock)
        .matches(print, context)
        .forEach(
            it ->
                lines.add(
                    line(
                        it.feature(),
                        true,
                        100 * it.share(),
                        "",
                        it.where().startMillis(),
                        it.where().endMillis())));
    lines.sort(Comparator.comparingDouble(Line::distance));
    return lines;
  }

  private static int distance(Feature feature, List<Pdq> turned) {
    Hash256 hash = Hash256.parse(hash(feature).hash());
    return turned.stream().mapToInt(it -> it.hash().distance(hash)).min().orElseThrow();
  }

  private static Line line(
      Feature feature, boolean hit, double distance, String turn, long from, long to) {
    Mode mode = feature.rule().mode();
    double limit = hash(feature).tolerance();
    return new Line(
        feature.id(),
        feature.version(),
        feature.rule().category(),
        VersionsSay.effect(feature, mode),
        hit,
        distance,
        hash(feature).medium() == PerceptualHash.Medium.AUDIO ? 100 * limit : limit,
        turn,
        from,
        to);
  }

  private static PerceptualHash hash(Feature feature) {
    return (PerceptualHash) feature.characteristic();
  }

  private static boolean isOf(FeatureKind kind, Feature feature) {
    return FeatureKind.of(feature.characteristic()) == kind;
  }

  private PoolFeature found(String id) {
    return Optional.of(id)
        .flatMap(features::find)
        .orElseThrow(() -> new ActionRefusedException("pool.feature.unknown"));
  }
}
