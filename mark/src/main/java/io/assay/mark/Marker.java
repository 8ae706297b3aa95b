package io.assay.mark;

import io.assay.mark.MarkException.Reason;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.AigcReader;
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
 * fixed: the label for people, then the implicit label, then the seal; each is read back, and a
 * file whose labels cannot be read is not handed out. Metadata is written without decoding
 * anything; pixels and samples change only where a label for people is drawn or inserted. Immutable
 * and safe for use by threads.
 */
public final class Marker {
  private final List<Seal> seals;

  private Marker(List<Seal> seals) {
    this.seals = seals;
  }

  public static Marker standard() {
    return new Marker(List.of());
  }

  /** A marker that ends with this seal. */
  public Marker withSeal(Seal seal) {
    return new Marker(List.of(seal));
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
    Optional<String> sidecar = Optional.empty();
    if (request.implicit().isPresent()) {
      Optional<Carrier> carrier = Containers.carrier(current.format());
      if (carrier.isPresent()) {
        current = embed(current, carrier.get(), request, applied);
      } else {
        sidecar = request.implicit().map(AigcLabel::json);
      }
    }
    for (Seal seal : seals) {
      Seal.Result result = seal.seal(current, request);
      requireSame(current, result.media());
      current = result.media();
      applied.add(result.evidence());
    }
    return new Marked(current, applied, sidecar);
  }

  /** Labels the file at {@code from} and puts the result at {@code to}, which may be the same. */
  public Marked mark(Path from, Path to, LabelRequest request) {
    try (FileSource source = Source.open(from)) {
      Marked marked = mark(Media.of(source, from.toString()), request);
      marked.copyTo(to);
      return marked;
    }
  }

  private static Media embed(
      Media media, Carrier carrier, LabelRequest request, List<AppliedLabel> applied) {
    AigcLabel asked = request.implicit().orElseThrow();
    AigcLabel label = propagated(carrier.read(media.source()), asked);
    Implicit implicit = new Implicit(label.json(), request.digitalSourceType());
    Source written = new Spliced(media.source(), carrier.write(media.source(), implicit));
    Found found = readBack(carrier, written, label);
    applied.add(new AppliedLabel.Metadata(found.place(), found.value()));
    return new Media(written, media.format());
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
