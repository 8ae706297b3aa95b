package io.assay.mark.c2pa;

import io.assay.mark.c2pa.binding.HashAlgorithm;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.BoxKind;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.store.ValidationStatus;
import io.assay.mark.c2pa.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ingredient assertions of a request, and the manifests that come along with them. */
final class IngredientAssertions {
  private static final String LABEL = "c2pa.ingredient.v3";

  private final List<Ingredient> ingredients;
  private final List<JumbfBox> boxes = new ArrayList<>();
  private final Map<String, Manifest> manifests = new LinkedHashMap<>();

  IngredientAssertions(List<Ingredient> ingredients) {
    this.ingredients = ingredients;
    for (int i = 0; i < ingredients.size(); i++) {
      Ingredient ingredient = ingredients.get(i);
      String label = i == 0 ? LABEL : LABEL + "__" + i;
      boxes.add(JumbfBox.cbor(BoxKind.CBOR, label, assertion(ingredient).encode()));
    }
  }

  List<JumbfBox> boxes() {
    return boxes;
  }

  List<Manifest> manifests() {
    return List.copyOf(manifests.values());
  }

  /** Hashed references to the ingredients of one relationship. */
  List<Cbor> references(Ingredient.Relationship relationship) {
    List<Cbor> references = new ArrayList<>();
    for (int i = 0; i < ingredients.size(); i++) {
      if (ingredients.get(i).relationship() == relationship) {
        references.add(ManifestAssembly.reference(boxes.get(i)).toCbor());
      }
    }
    return references;
  }

  private Cbor.Fields assertion(Ingredient ingredient) {
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("dc:title", Cbor.of(ingredient.title()));
    map.put("dc:format", Cbor.of(ingredient.mediaType()));
    map.put("relationship", Cbor.of(ingredient.relationship().term()));
    ingredient.provenance().filter(this::carryAlong).ifPresent(found -> describe(found, map));
    return Cbor.map(map);
  }

  /** Takes the manifests over; a store that says something else under a known label stays out. */
  private boolean carryAlong(ValidationReport report) {
    List<Manifest> carried = carried(report);
    for (Manifest manifest : carried) {
      Manifest known = manifests.get(manifest.label());
      if (known != null && !Arrays.equals(known.stored().payload(), manifest.stored().payload())) {
        return false;
      }
    }
    carried.forEach(m -> manifests.putIfAbsent(m.label(), m));
    return true;
  }

  /** The active one is expanded, as every engine reads it; what it refers to stays as it is. */
  private static List<Manifest> carried(ValidationReport report) {
    List<Manifest> carried = new ArrayList<>(report.store().manifests());
    carried.set(carried.size() - 1, new Manifest(carried.getLast().box()));
    return carried;
  }

  private static void describe(ValidationReport report, Map<String, Cbor> map) {
    Manifest active = report.store().active();
    byte[] hash = HashAlgorithm.SHA256.hash(active.box().payload());
    map.put("activeManifest", HashedUri.absolute(active.label(), hash).toCbor());
    active
        .signatureBox()
        .ifPresent(
            box ->
                map.put(
                    "claimSignature",
                    HashedUri.absolute(
                            active.path("c2pa.signature"), HashAlgorithm.SHA256.hash(box.payload()))
                        .toCbor()));
    Map<String, Cbor> results = new LinkedHashMap<>();
    results.put("success", statuses(report, StatusCode.Severity.SUCCESS));
    results.put("informational", statuses(report, StatusCode.Severity.INFORMATIONAL));
    results.put("failure", statuses(report, StatusCode.Severity.FAILURE));
    map.put("validationResults", Cbor.map(Map.of("activeManifest", Cbor.map(results))));
  }

  private static Cbor statuses(ValidationReport report, StatusCode.Severity severity) {
    return Cbor.list(
        report.statuses().stream()
            .filter(status -> status.code().severity() == severity)
            .map(IngredientAssertions::status)
            .toList());
  }

  private static Cbor.Fields status(ValidationStatus status) {
    return Cbor.map(
        Map.of(
            "code",
            Cbor.of(status.code().code()),
            "url",
            Cbor.of(status.url()),
            "explanation",
            Cbor.of(status.explanation())));
  }
}
