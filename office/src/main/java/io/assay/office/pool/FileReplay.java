package io.assay.office.pool;

import io.assay.gateway.decode.Pictures;
import io.assay.gateway.decode.Sounds;
import io.assay.office.policy.Policies;
import io.assay.office.pool.DecidedFiles.Decided;
import io.assay.office.pool.ReplayResult.Corpus;
import io.assay.review.Context;
import io.assay.review.Finding;
import io.assay.review.Pool;
import io.assay.review.Reviewed;
import io.assay.review.Verdict;
import io.assay.review.audio.AudioReview;
import io.assay.review.audio.SpectralFingerprint;
import io.assay.review.image.PictureReview;
import io.assay.review.pool.Replay;
import io.assay.review.pool.Replay.Judged;
import io.assay.review.pool.Sample;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tries the hash of a picture or a sound on the files on which the operator's reviewers decided and
 * that are still kept (Art. 10). Every file is compared as the gateway compares it.
 */
@Component
class FileReplay {
  private static final int EXAMPLES = 200;

  private final ObjectProvider<DecidedFiles> decided;
  private final Policies policies;
  private final Clock clock;

  FileReplay(ObjectProvider<DecidedFiles> decided, Policies policies, Clock clock) {
    this.decided = decided;
    this.policies = policies;
    this.clock = clock;
  }

  ReplayResult run(PoolFeature feature, Pool before, Pool after, String actor) {
    return feature.kind() == FeatureKind.IMAGE
        ? pictures(feature.id(), before, after, actor)
        : sounds(feature.id(), before, after, actor);
  }

  private ReplayResult pictures(String id, Pool before, Pool after, String actor) {
    PictureReview was = new PictureReview(before, clock);
    PictureReview is = new PictureReview(after, clock);
    return result(id, Corpus.PICTURES, Pictures::luma, was::findings, is::findings, actor);
  }

  private ReplayResult sounds(String id, Pool before, Pool after, String actor) {
    int apart = SpectralFingerprint.MICROS_APART;
    AudioReview was = new AudioReview(before, apart, AudioReview.PASSAGE, clock);
    AudioReview is = new AudioReview(after, apart, AudioReview.PASSAGE, clock);
    return result(id, Corpus.SOUNDS, Sounds::fingerprint, was::findings, is::findings, actor);
  }

  private <T> ReplayResult result(
      String id,
      Corpus corpus,
      Function<byte[], Optional<T>> read,
      BiFunction<T, Context, List<Finding>> was,
      BiFunction<T, Context, List<Finding>> is,
      String actor) {
    AtomicLong unread = new AtomicLong();
    int limit = policies.count(Policy.OWN_FILES);
    var judged =
        decided
            .orderedStream()
            .flatMap(source -> source.latest(corpus == Corpus.PICTURES, limit, actor))
            .flatMap(
                file -> {
                  Optional<T> readable = read.apply(file.file());
                  unread.addAndGet(readable.isPresent() ? 0 : 1);
                  return readable.map(it -> judged(file, it, was, is)).stream();
                });
    return ReplayResult.of(id, corpus, Replay.report(judged, EXAMPLES), unread.get());
  }

  private static <T> Judged judged(
      Decided file,
      T readable,
      BiFunction<T, Context, List<Finding>> was,
      BiFunction<T, Context, List<Finding>> is) {
    return new Judged(
        new Sample(file.id(), "", file.context(), file.truth()),
        verdict(was.apply(readable, file.context())),
        verdict(is.apply(readable, file.context())));
  }

  private static Verdict verdict(List<Finding> findings) {
    return Verdict.of(new Reviewed("", "", 0), findings);
  }
}
