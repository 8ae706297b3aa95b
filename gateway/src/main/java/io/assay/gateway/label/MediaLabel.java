package io.assay.gateway.label;

import io.assay.gateway.Duty;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.MarkException;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.aigc.AigcLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Marks pictures and sound with both labels (Art. 16, 17) and reads them back. As many at a time as
 * there are cores; the others wait. Thread-safe.
 */
@Duty({"DS-16", "DS-17", "LM-4", "LM-5"})
public final class MediaLabel {
  private final LabelConfig config;
  private final long limit;
  private final Marker marker = Marker.standard();
  private final Inspector inspector = Inspector.standard();
  private final ExecutorService cores =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("media-", 0).factory());

  public MediaLabel(LabelConfig config, long limit) {
    this.config = config;
    this.limit = limit;
  }

  public LabelledMedia mark(byte[] media, String produceId) {
    if (media.length > limit) {
      throw MarkException.limit(media.length + " bytes are over the limit of " + limit, limit);
    }
    var aigc = AigcLabel.produced(config.contentProducer(), produceId);
    var explicit = ExplicitLabel.standard().withTexts(config.texts());
    var request = LabelRequest.of(aigc).withExplicit(explicit);
    return onACore(
        () -> {
          var marked = marker.mark(Media.of(media), request);
          return new LabelledMedia(
              marked.bytes(),
              marked.labels(),
              new ContentRecord(produceId, aigc.json(), marked.payloadSha256()));
        });
  }

  /**
   * The labels of a file that will leave, looked for again in its bytes; throws when one is gone.
   */
  public List<LabelRecord> found(LabelledMedia media) {
    var inspection = onACore(() -> inspector.inspect(media.bytes()));
    var aigc =
        inspection
            .label()
            .filter(label -> label.json().equals(media.content().aigc()))
            .orElseThrow(
                () ->
                    new MarkException(
                        MarkException.Reason.READ_BACK, "the implicit label was not found again"));
    var labels = new ArrayList<LabelRecord>();
    for (var applied : media.applied()) {
      explicit(applied, aigc.produceId()).ifPresent(labels::add);
    }
    if (labels.isEmpty()) {
      throw new MarkException(
          MarkException.Reason.READ_BACK, "the file has no label that people can see or hear");
    }
    labels.add(
        new LabelRecord(
            "IMPLICIT", "aigc", inspection.format().name(), "ProduceID " + aigc.produceId()));
    return labels;
  }

  private static Optional<LabelRecord> explicit(AppliedLabel applied, String where) {
    var method =
        switch (applied) {
          case AppliedLabel.Picture _ -> "picture-text";
          case AppliedLabel.Sound _ -> "audible-cue";
          case AppliedLabel.Moving _ -> "video-text";
          case AppliedLabel.Words _ -> "text-statement";
          case AppliedLabel.Metadata _, AppliedLabel.Sealed _ -> "";
        };
    return method.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelRecord("EXPLICIT", method, where, applied.evidence()));
  }

  /** Runs on a thread of the media pool, so that streams keep their own threads. */
  private <T> T onACore(Callable<T> work) {
    try {
      return cores.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MarkException(MarkException.Reason.IO, "interrupted while marking", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
