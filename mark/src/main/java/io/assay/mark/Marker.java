package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.AigcReader;
import io.assay.mark.aigc.LabelSigner;
import io.assay.mark.aigc.SecurityData;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labelers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes labels (Provisions Articles 16 and 17; Labeling Measures Articles 4 and 5). The order is
 * fixed: the label for people, the watermark, the implicit label, the seal; each is read back, and
 * a file whose labels cannot be read is not handed out. Metadata is written without decoding
 * anything; pixels and samples change only where a label for people is drawn or inserted. Immutable
 * and safe for use by threads.
 */
public final class Marker {
  private final Optional<LabelSigner> signer;
  private final Optional<Watermark> watermark;
  private final Optional<Seal> seal;

  private Marker(Optional<LabelSigner> signer, Optional<Watermark> watermark, Optional<Seal> seal) {
    this.signer = signer;
    this.watermark = watermark;
    this.seal = seal;
  }

  public static Marker standard() {
    return new Marker(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A marker that signs the implicit label and its content, see {@link SecurityData}. */
  public Marker withSigner(LabelSigner other) {
    return new Marker(Optional.of(other), watermark, seal);
  }

  /** A marker that hides the number of a work in it, where the watermark serves its format. */
  public Marker withWatermark(Watermark other) {
    return new Marker(signer, Optional.of(other), seal);
  }

  /** A marker that ends with this seal. */
  public Marker withSeal(Seal other) {
    return new Marker(signer, watermark, Optional.of(other));
  }

  /**
   * Labels a file. An implicit label of another producer stays and gains the propagator's fields,
   * as Article 6 of the Labeling Measures asks; a label of the same producer is replaced.
   *
   * @throws MarkException if the file is broken, its format cannot carry what is asked for, or a
   *     label cannot be read back; the original is untouched
   */
  public Marked mark(Media media, LabelRequest request) {
    List<AppliedLabel> applied = new ArrayList<>();
    Media current = media;
    if (request.explicit().isPresent()) {
      Labeled labeled = Labelers.of(current.format()).label(current, request.explicit().get());
      current = labeled.media();
      applied.addAll(labeled.labels());
    }
    Optional<AigcLabel> label = Optional.empty();
    Optional<AppliedLabel.Watermarked> hidden = Optional.empty();
    Optional<Carrier> carrier = Containers.carrier(current.format());
    if (request.implicit().isPresent()) {
      if (watermark.filter(it -> it.serves(media.format())).isPresent()) {
        current = hide(current, watermark.get(), request.implicit().get().produceId());
        hidden =
            Optional.of(
                new AppliedLabel.Watermarked(
                    watermark.get().scheme(), request.implicit().get().produceId()));
        applied.add(hidden.get());
      }
      label = Optional.of(label(current, carrier, request.implicit().get()));
      if (carrier.isPresent()) {
        current = embed(current, carrier.get(), label.get(), request, applied);
      }
    }
    Optional<String> json = label.map(AigcLabel::json);
    Optional<byte[]> manifest = Optional.empty();
    if (seal.isPresent()) {
      Seal.Content content = new Seal.Content(json, request.digitalSourceType(), hidden);
      Seal.Result result = seal.get().seal(current, content);
      requireSame(current, result.media());
      current = result.media();
      applied.add(result.evidence());
      manifest = result.manifest();
    }
    Optional<String> sidecar = carrier.isPresent() ? Optional.empty() : json;
    return new Marked(current, applied, sidecar, manifest);
  }

  private static Media hide(Media media, Watermark watermark, String produceId) {
    Media marked = watermark.embed(media, produceId);
    Optional<String> read = watermark.read(marked);
    if (marked.format() != media.format() || !read.equals(Optional.of(produceId))) {
      throw new MarkException(
          Reason.READ_BACK, "the watermark reads back " + read.orElse("nothing"));
    }
    return marked;
  }

  /**
   * Labels the file at {@code from} and puts the result at {@code to}, which may be the same, with
   * what belongs beside it.
   *
   * @return what was written, in order of writing
   */
  public List<AppliedLabel> mark(Path from, Path to, LabelRequest request) {
    try (FileSource source = Source.open(from)) {
      Marked marked = mark(Media.of(source, from.toString()), request);
      marked.copyTo(to);
      return marked.labels();
    }
  }

  private AigcLabel label(Media media, Optional<Carrier> carrier, AigcLabel asked) {
    List<Found> before = carrier.map(c -> c.read(media.source())).orElse(List.of());
    return propagated(before, signed(asked, media));
  }

  private static Media embed(
      Media media,
      Carrier carrier,
      AigcLabel label,
      LabelRequest request,
      List<AppliedLabel> applied) {
    Implicit implicit = new Implicit(label.json(), request.digitalSourceType());
    Source written = new Spliced(media.source(), carrier.write(media.source(), implicit));
    Found found = readBack(carrier, written, label);
    applied.add(new AppliedLabel.Metadata(found.place(), found.value()));
    return new Media(written, media.format());
  }

  private AigcLabel signed(AigcLabel label, Media media) {
    return signer
        .map(key -> SecurityData.sign(label, Payload.sm3(media), key))
        .map(data -> label.withReservedCode1(data.json()))
        .orElse(label);
  }

  private static AigcLabel propagated(List<Found> before, AigcLabel asked) {
    return before.stream()
        .flatMap(found -> AigcReader.read(found.value()).label().stream())
        .filter(label -> !label.contentProducer().isEmpty())
        .filter(label -> !label.contentProducer().equals(asked.contentProducer()))
        .findFirst()
        .map(label -> label.withPropagator(asked.contentProducer(), asked.produceId()))
        .orElse(asked);
  }

  private static Found readBack(Carrier carrier, Source written, AigcLabel label) {
    List<Found> found = carrier.read(written);
    boolean exact =
        found.size() == 1
            && AigcReader.read(found.getFirst().value()).label().equals(Optional.of(label));
    if (!exact) {
      throw new MarkException(
          Reason.READ_BACK,
          "the file reads back " + found.size() + " AIGC records instead of the one written");
    }
    return found.getFirst();
  }

  private static void requireSame(Media before, Media sealed) {
    Optional<Carrier> carrier = Containers.carrier(before.format());
    boolean kept =
        carrier.isEmpty() || values(carrier.get(), before).equals(values(carrier.get(), sealed));
    if (!kept) {
      throw new MarkException(Reason.READ_BACK, "the seal changed the AIGC record");
    }
  }

  private static List<String> values(Carrier carrier, Media media) {
    return carrier.read(media.source()).stream().map(Found::value).toList();
  }
}
