package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.HashAlgorithm;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.Claim;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Validates what a manifest says about its ingredients (section 15.11.3). */
final class IngredientCheck {
  private static final String INGREDIENT = "c2pa.ingredient";
  private static final Set<String> RELATIONSHIPS = Set.of("parentOf", "componentOf", "inputTo");

  private final ManifestStore store;

  IngredientCheck(ManifestStore store) {
    this.store = store;
  }

  /** An ingredient's manifest, and the codes that were recorded when it was taken in. */
  record Followed(Manifest manifest, Set<String> recorded, boolean parent) {}

  /** The manifests of ingredients that are to be validated next. */
  List<Followed> check(Manifest manifest, Claim claim, Findings findings) {
    List<Followed> next = new ArrayList<>();
    int parents = 0;
    for (JumbfBox box : manifest.assertions(INGREDIENT)) {
      String path = manifest.path("c2pa.assertions/" + box.label());
      try {
        Cbor.Fields ingredient = Cbor.decode(box.content("cbor").orElse(new byte[0])).asFields();
        String relationship = ingredient.text("relationship");
        if (!RELATIONSHIPS.contains(relationship)) {
          throw new MarkException(MarkException.Reason.MALFORMED, "relationship " + relationship);
        }
        boolean parent = relationship.equals("parentOf");
        parents += parent ? 1 : 0;
        follow(manifest, claim, ingredient, path, findings)
            .ifPresent(m -> next.add(new Followed(m, recorded(ingredient), parent)));
      } catch (MarkException e) {
        findings.add(
            StatusCode.ASSERTION_INGREDIENT_MALFORMED, path, String.valueOf(e.getMessage()));
      }
    }
    if (manifest.isUpdate() && parents != 1) {
      findings.add(
          StatusCode.MANIFEST_UPDATE_WRONG_PARENTS, manifest.label(), parents + " parents");
    } else if (parents > 1) {
      findings.add(StatusCode.MANIFEST_MULTIPLE_PARENTS, manifest.label(), parents + " parents");
    }
    return next;
  }

  private Optional<Manifest> follow(
      Manifest manifest, Claim claim, Cbor.Fields ingredient, String path, Findings findings) {
    Optional<HashedUri> active =
        ingredient
            .get("activeManifest")
            .or(() -> ingredient.get("c2pa_manifest"))
            .map(HashedUri::read);
    if (active.isEmpty()) {
      if (!ingredient.text("relationship").equals("inputTo")) {
        findings.add(
            StatusCode.INGREDIENT_UNKNOWN_PROVENANCE, path, "the ingredient has no manifest");
      }
      return Optional.empty();
    }
    Optional<String> target = HashedUri.path(active.get().url(), manifest.label());
    Optional<Manifest> found = target.flatMap(store::manifest);
    if (found.isEmpty()) {
      findings.add(
          StatusCode.INGREDIENT_MANIFEST_MISSING, path, active.get().url() + " is missing");
      return Optional.empty();
    }
    compare(found.get(), claim, ingredient, active.get(), path, findings);
    return found;
  }

  private static void compare(
      Manifest target,
      Claim claim,
      Cbor.Fields ingredient,
      HashedUri active,
      String path,
      Findings findings) {
    Optional<HashedUri> signature = ingredient.get("claimSignature").map(HashedUri::read);
    if (signature.isPresent()) {
      Optional<JumbfBox> box = target.signatureBox();
      if (box.isEmpty()) {
        findings.add(StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING, path, "no signature");
      } else if (matches(signature.get(), claim, box.get())) {
        findings.add(
            StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED, path, "ingredient signature matched");
      } else {
        findings.add(
            StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH, path, "ingredient signature changed");
      }
    }
    if (matches(active, claim, target.stored()) || matches(active, claim, target.box())) {
      findings.add(StatusCode.INGREDIENT_MANIFEST_VALIDATED, path, "ingredient hash matched");
    } else if (signature.isEmpty()) {
      findings.add(
          StatusCode.INGREDIENT_MANIFEST_MISMATCH, path, "the ingredient's manifest was changed");
    }
  }

  private static boolean matches(HashedUri uri, Claim claim, JumbfBox box) {
    return uri.algorithm()
        .or(claim::algorithm)
        .flatMap(HashAlgorithm::of)
        .map(algorithm -> Arrays.equals(algorithm.hash(box.payload()), uri.hash()))
        .orElse(false);
  }

  private static Set<String> recorded(Cbor.Fields ingredient) {
    Set<String> codes = new HashSet<>();
    ingredient
        .get("validationResults")
        .map(Cbor::asFields)
        .flatMap(results -> results.get("activeManifest"))
        .map(Cbor::asFields)
        .ifPresent(
            active -> active.list("failure").forEach(s -> codes.add(s.asFields().text("code"))));
    ingredient.list("validationStatus").forEach(s -> codes.add(s.asFields().text("code")));
    return codes;
  }
}
