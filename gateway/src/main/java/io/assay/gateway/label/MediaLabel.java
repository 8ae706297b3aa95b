package io.assay.gateway.label;

import io.assay.gateway.Duty;
import io.assay.gateway.config.LabelConfig;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.LabelRecord;
import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Finding;
import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.MarkException;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Verdict;
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
  private static final int LONGEST_EVIDENCE = 400;

  private final LabelConfig config;
  private final long limit;
  private final Marker marker;
  private final Inspector inspector;
  private final ExecutorService cores =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("media-", 0).factory());

  public MediaLabel(LabelConfig config, Sealing sealing, long limit) {
    this.config = config;
    this.limit = limit;
    this.marker = sealing.seal().map(Marker.standard()::withSeal).orElseGet(Marker::standard);
    this.inspector =
        sealing.probe().map(Inspector.standard()::withProbe).orElseGet(Inspector::standard);
  }

  public LabelledMedia mark(byte[] media, String produceId) {
    return mark(marker, media, produceId);
  }

  /** Marks a document of text, over which no seal is set. */
  public LabelledMedia markText(byte[] document, String produceId) {
    return mark(Marker.standard(), document, produceId);
  }

  private LabelledMedia mark(Marker by, byte[] media, String produceId) {
    if (media.length > limit) {
      throw MarkException.limit(media.length + " bytes are over the limit of " + limit, limit);
    }
    var aigc = AigcLabel.produced(config.contentProducer(), produceId);
    var explicit = ExplicitLabel.standard().withTexts(config.texts());
    var request = LabelRequest.of(aigc).withExplicit(explicit);
    return onACore(
        () -> {
          var marked = by.mark(Media.of(media), request);
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
            .orElseThrow(() -> gone("the implicit label was not found again"));
    var labels = new ArrayList<LabelRecord>();
    for (var applied : media.applied()) {
      record(applied, inspection).ifPresent(labels::add);
    }
    if (labels.stream().noneMatch(label -> label.kind().equals("EXPLICIT"))) {
      throw gone("no label that people can see or hear was written");
    }
    labels.add(
        new LabelRecord(
            "IMPLICIT", "aigc", inspection.format().name(), "ProduceID " + aigc.produceId()));
    return labels;
  }

  /** The label with which a caller's file came, and what it proves; empty where it came without. */
  public List<LabelRecord> received(byte[] media) {
    try {
      var inspection = onACore(() -> inspector.inspect(media));
      return inspection.verdict() == Verdict.UNLABELLED ? List.of() : List.of(received(inspection));
    } catch (MarkException unreadable) {
      return List.of(received("unreadable", "", String.valueOf(unreadable.getMessage())));
    }
  }

  private static LabelRecord received(Inspection inspection) {
    var says =
        inspection
            .label()
            .map(it -> "ContentProducer " + it.contentProducer() + " ProduceID " + it.produceId())
            .orElse("no conforming label");
    return received(
        inspection.label().isPresent() ? "aigc" : "other",
        inspection.format().name(),
        inspection.verdict() + ": " + says);
  }

  private static LabelRecord received(String method, String format, String evidence) {
    var bounded = evidence.substring(0, Math.min(evidence.length(), LONGEST_EVIDENCE));
    return new LabelRecord("IMPLICIT", method, format, bounded);
  }

  /**
   * The labels of a file that left before and leaves again, of which the implicit one is looked for
   * again in its bytes; throws when it is gone.
   */
  public List<LabelRecord> kept(byte[] media, String aigc, List<LabelRecord> delivered) {
    var found = onACore(() -> inspector.inspect(media)).label();
    if (found.filter(label -> label.json().equals(aigc)).isEmpty()) {
      throw gone("the implicit label was not found again");
    }
    if (delivered.stream().noneMatch(label -> label.kind().equals("EXPLICIT"))) {
      throw gone("it was delivered without a label that people can see or hear");
    }
    return delivered;
  }

  private static Optional<LabelRecord> record(AppliedLabel applied, Inspection inspection) {
    var format = inspection.format().name();
    return switch (applied) {
      case AppliedLabel.Picture _ -> explicit("picture-text", format, applied);
      case AppliedLabel.Sound _ -> explicit("audible-cue", format, applied);
      case AppliedLabel.Moving _ -> explicit("video-text", format, applied);
      case AppliedLabel.Words _ -> explicit("text-statement", format, applied);
      case AppliedLabel.Metadata _ -> Optional.empty();
      case AppliedLabel.Watermarked(var scheme, _) ->
          Optional.of(new LabelRecord("IMPLICIT", scheme, format, applied.evidence()));
      case AppliedLabel.Sealed(var scheme, _) ->
          Optional.of(new LabelRecord("IMPLICIT", scheme, format, sealFound(inspection)));
    };
  }

  private static Optional<LabelRecord> explicit(String method, String where, AppliedLabel applied) {
    return Optional.of(new LabelRecord("EXPLICIT", method, where, applied.evidence()));
  }

  private static String sealFound(Inspection inspection) {
    return inspection.findings().stream()
        .filter(finding -> finding.id().equals("c2pa.trusted"))
        .map(Finding::detail)
        .findFirst()
        .orElseThrow(() -> gone("the seal was not found again, or is not trusted"));
  }

  private static MarkException gone(String message) {
    return new MarkException(MarkException.Reason.READ_BACK, message);
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
