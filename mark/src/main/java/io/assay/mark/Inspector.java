package io.assay.mark;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.AigcReader;
import io.assay.mark.aigc.AigcReading;
import io.assay.mark.aigc.KeyRegistry;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Found;
import io.assay.mark.container.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the labels of a file and says what they prove (Provisions Article 18). Immutable and safe
 * for use by threads as far as its registry and probes are.
 */
public final class Inspector {
  private final LabelRegistry registry;
  private final KeyRegistry keys;
  private final List<Probe> probes;

  private Inspector(LabelRegistry registry, KeyRegistry keys, List<Probe> probes) {
    this.registry = registry;
    this.keys = keys;
    this.probes = List.copyOf(probes);
  }

  /** An inspector that knows the file alone. */
  public static Inspector standard() {
    return new Inspector(LabelRegistry.none(), KeyRegistry.empty(), List.of());
  }

  public Inspector withRegistry(LabelRegistry other) {
    return new Inspector(other, keys, probes);
  }

  /** An inspector that knows whose signatures to believe. */
  public Inspector withKeys(KeyRegistry other) {
    return new Inspector(registry, other, probes);
  }

  public Inspector withProbe(Probe probe) {
    List<Probe> more = new ArrayList<>(probes);
    more.add(probe);
    return new Inspector(registry, keys, more);
  }

  public Inspection inspect(byte[] bytes) {
    return inspect(Media.of(bytes));
  }

  public Inspection inspect(Path path) {
    try (FileSource source = Source.open(path)) {
      return inspect(Media.of(source, path.toString()));
    }
  }

  /**
   * Inspects a file.
   *
   * @throws MarkException if the file breaks the rules of its container
   */
  public Inspection inspect(Media media) {
    return inspect(media, Optional.empty());
  }

  /** Inspects a file together with the record kept beside it. */
  public Inspection inspect(Media media, Optional<String> sidecar) {
    List<Finding> findings = new ArrayList<>();
    List<Found> records = new ArrayList<>();
    Optional<Carrier> carrier = Containers.carrier(media.format());
    carrier.ifPresent(c -> records.addAll(c.read(media.source())));
    sidecar.ifPresent(value -> records.add(new Found("sidecar", 0, value)));
    Optional<AigcLabel> label = read(records, findings);
    findings.addAll(ExplicitWords.seen(media));
    label.ifPresent(l -> findings.addAll(new SignatureCheck(keys).check(l, media)));
    findings.addAll(new RegistryCheck(registry).check(label, Payload.sha256(media)));
    boolean labelled = !records.isEmpty();
    for (Probe probe : probes) {
      List<Finding> more = probe.examine(media);
      labelled |= !more.isEmpty();
      findings.addAll(more);
    }
    return Inspection.conclude(media.format(), labelled, label, findings);
  }

  private static Optional<AigcLabel> read(List<Found> records, List<Finding> findings) {
    Optional<AigcLabel> label = Optional.empty();
    for (Found record : records) {
      AigcReading reading = AigcReader.read(record.value());
      findings.add(
          new Finding(
              "aigc.found", Bearing.INFORMS, record.place() + " at byte " + record.offset()));
      reading
          .deviations()
          .forEach(d -> findings.add(new Finding(d.rule().id(), Bearing.DEVIATES, d.detail())));
      label = label.or(reading::label);
    }
    if (records.size() > 1) {
      findings.add(
          new Finding(
              "aigc.duplicate",
              Bearing.DEVIATES,
              records.size() + " records; GB 45438 6.1 c) allows one"));
    }
    return label;
  }
}
