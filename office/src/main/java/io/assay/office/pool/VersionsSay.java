package io.assay.office.pool;

import static java.util.Objects.requireNonNull;

import io.assay.office.pool.VersionStore.Membership;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What successive versions of the pool say of a file.
 *
 * @param from the first of these versions
 * @param to the last of them
 * @param verdict {@code PASS}, {@code HOLD} or {@code BLOCK}
 * @param features those that hit
 */
public record VersionsSay(long from, long to, String verdict, List<String> features) {
  public VersionsSay {
    features = List.copyOf(features);
  }

  /**
   * All versions, the latest first; neighbours that say the same stand together.
   *
   * @param hits the features that hit, by id, in whatever version they are
   */
  static List<VersionsSay> of(Map<String, Feature> hits, List<Membership> held, long newest) {
    TreeSet<Long> begins = new TreeSet<>(List.of(1L));
    held.forEach(it -> begins.addAll(List.of(it.since(), it.until())));
    List<VersionsSay> say = new ArrayList<>();
    for (long from : begins.headSet(newest, true)) {
      Long next = begins.higher(from);
      VersionsSay now = at(from, Math.min(newest, next == null ? newest : next - 1), hits, held);
      VersionsSay before = say.isEmpty() ? null : say.getFirst();
      if (before != null && before.sameAs(now)) {
        now = new VersionsSay(before.from, now.to, now.verdict, now.features);
        say.removeFirst();
      }
      say.addFirst(now);
    }
    return say;
  }

  private static VersionsSay at(
      long from, long to, Map<String, Feature> hits, List<Membership> held) {
    List<Membership> in = held.stream().filter(it -> it.in(from)).toList();
    List<Effect> effects =
        in.stream().map(it -> effect(requireNonNull(hits.get(it.feature())), it.mode())).toList();
    return new VersionsSay(
        from, to, verdict(effects), in.stream().map(Membership::feature).sorted().toList());
  }

  static Effect effect(Feature feature, Mode mode) {
    return mode == Mode.SHADOW ? Effect.NOTED : feature.rule().disposition().effect();
  }

  /** What the strongest of some effects comes to. */
  static String verdict(Collection<Effect> effects) {
    return switch (effects.stream().max(Comparator.naturalOrder()).orElse(Effect.NOTED)) {
      case NOTED, WARN, LIMIT -> "PASS";
      case HOLD -> "HOLD";
      case BLOCK -> "BLOCK";
    };
  }

  private boolean sameAs(VersionsSay other) {
    return verdict.equals(other.verdict) && features.equals(other.features);
  }
}
