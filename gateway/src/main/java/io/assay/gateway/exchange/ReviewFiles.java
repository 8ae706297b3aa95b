package io.assay.gateway.exchange;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Snapshots;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Finding;
import io.assay.review.Pool;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reviews pictures and sounds, and knows which of them were released. Thread-safe. */
final class ReviewFiles {
  private final ReviewOpinions opinions;
  private final Snapshots snapshots;

  ReviewFiles(ReviewOpinions opinions, Snapshots snapshots) {
    this.opinions = opinions;
    this.snapshots = snapshots;
  }

  /**
   * What review says of a file.
   *
   * @param decoded whether it could be compared at all
   * @param release the review in which it was released for the caller's subject
   */
  record Seen(
      CarriedFile file, boolean decoded, List<Finding> findings, Optional<Release> release) {

    /** The findings that still count. */
    List<Finding> standing() {
      return findings.stream()
          .filter(finding -> release.filter(it -> it.lifts(finding.effect())).isEmpty())
          .toList();
    }

    /** Whether something in it has that effect and still counts. */
    boolean has(Effect effect) {
      return standing().stream().anyMatch(finding -> finding.effect() == effect);
    }
  }

  List<Seen> look(List<CarriedFile> files, Pool pool, Context context, String subject) {
    return files.stream().map(file -> look(file, pool, context, subject)).toList();
  }

  private Seen look(CarriedFile file, Pool pool, Context context, String subject) {
    var opinion = opinions.file(file, pool, context);
    var release =
        opinion.findings().stream()
            .map(Finding::effect)
            .max(Comparator.naturalOrder())
            .filter(effect -> effect.compareTo(Effect.HOLD) >= 0)
            .flatMap(effect -> release(subject, file, effect));
    return new Seen(file, opinion.decoded(), opinion.findings(), release);
  }

  private Optional<Release> release(String subject, CarriedFile file, Effect effect) {
    return snapshots
        .current()
        .flatMap(snapshot -> snapshot.release(subject, file.bytes()))
        .filter(it -> it.lifts(effect));
  }
}
