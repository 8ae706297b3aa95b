package io.assay.mark.c2pa.store;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.jumbf.JumbfReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The manifests of a file, oldest first; the last is the active one. */
public record ManifestStore(List<Manifest> manifests) {
  private static final String LABEL = "c2pa";
  private static final int MAX_MANIFESTS = 500;

  public ManifestStore {
    manifests = List.copyOf(manifests);
    if (manifests.isEmpty()) {
      throw new MarkException(MarkException.Reason.MALFORMED, "the manifest store is empty");
    }
    if (manifests.size() > MAX_MANIFESTS) {
      throw new MarkException(
          MarkException.Reason.LIMIT, "more than " + MAX_MANIFESTS + " manifests in one store");
    }
    Set<String> labels = new HashSet<>();
    for (Manifest manifest : manifests) {
      if (!labels.add(manifest.label())) {
        throw new MarkException(
            MarkException.Reason.MALFORMED, "two manifests are called " + manifest.label());
      }
    }
  }

  /**
   * Reads a serialized store.
   *
   * @throws MarkException where it is no JUMBF or passes a bound
   */
  public static ManifestStore read(byte[] bytes) {
    JumbfBox store = JumbfReader.read(bytes);
    if (store.kind() != BoxKind.STORE || !store.label().equals(LABEL)) {
      throw MarkException.malformed("the JUMBF box is not a C2PA manifest store", 0);
    }
    CompressedManifests compressed = new CompressedManifests();
    List<Manifest> manifests = new ArrayList<>();
    for (JumbfBox box : store.boxes()) {
      switch (box.kind()) {
        case MANIFEST, UPDATE_MANIFEST -> manifests.add(new Manifest(box));
        case COMPRESSED_MANIFEST -> manifests.add(compressed.read(box));
        default -> {}
      }
    }
    return new ManifestStore(manifests);
  }

  /** The store as one JUMBF box. */
  public byte[] toBytes() {
    return JumbfBox.holding(BoxKind.STORE, LABEL, manifests.stream().map(Manifest::stored).toList())
        .toBytes();
  }

  public Manifest active() {
    return manifests.getLast();
  }

  public Optional<Manifest> manifest(String label) {
    return manifests.stream().filter(m -> m.label().equals(label)).findFirst();
  }

  /** The box at a path from the root. */
  public Optional<JumbfBox> find(String path) {
    String[] labels = path.split("/", -1);
    Optional<JumbfBox> box = manifest(labels[0]).map(Manifest::box);
    for (int i = 1; i < labels.length; i++) {
      String label = labels[i];
      box = box.flatMap(b -> b.child(label));
    }
    return box;
  }
}
