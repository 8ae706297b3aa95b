package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.Claim;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Validates the actions of a manifest (section 15.10.3.2.2). */
final class ActionCheck {
  private static final String ACTIONS = "c2pa.actions";
  private static final Set<String> BEGINNINGS = Set.of("c2pa.created", "c2pa.opened");
  private static final Map<String, String> NEEDED_RELATIONSHIP =
      Map.of("c2pa.opened", "parentOf", "c2pa.placed", "componentOf");

  private final ManifestStore store;

  ActionCheck(ManifestStore store) {
    this.store = store;
  }

  void check(Manifest manifest, Claim claim, Findings findings) {
    List<JumbfBox> boxes = inClaimOrder(manifest, claim);
    if (manifest.isUpdate()) {
      return;
    }
    if (boxes.isEmpty() && claim.version() == 2) {
      findings.add(StatusCode.ACTION_MALFORMED, manifest.label(), "no actions assertion");
    }
    for (int i = 0; i < boxes.size(); i++) {
      JumbfBox box = boxes.get(i);
      String path = manifest.path("c2pa.assertions/" + box.label());
      try {
        List<Cbor> actions =
            box.content("cbor")
                .map(Cbor::decode)
                .orElseThrow(
                    () -> new MarkException(MarkException.Reason.MALFORMED, "actions are not CBOR"))
                .asFields()
                .require("actions")
                .asList();
        checkBeginning(actions, i == 0, claim, path, findings);
        for (Cbor action : actions) {
          checkIngredients(manifest, action.asFields(), path, findings);
        }
      } catch (MarkException e) {
        findings.add(StatusCode.ACTION_MALFORMED, path, String.valueOf(e.getMessage()));
      }
    }
  }

  private static List<JumbfBox> inClaimOrder(Manifest manifest, Claim claim) {
    List<JumbfBox> boxes = new ArrayList<>();
    Stream.concat(claim.created().stream(), claim.gathered().stream())
        .flatMap(uri -> HashedUri.path(uri.url(), manifest.label()).stream())
        .forEach(
            path ->
                manifest.assertions(ACTIONS).stream()
                    .filter(b -> path.equals(manifest.path("c2pa.assertions/" + b.label())))
                    .forEach(boxes::add));
    return boxes;
  }

  private static void checkBeginning(
      List<Cbor> actions, boolean first, Claim claim, String path, Findings findings) {
    for (int i = 0; i < actions.size(); i++) {
      String name = actions.get(i).asFields().text("action");
      boolean beginning = BEGINNINGS.contains(name);
      if (beginning && !(first && i == 0)) {
        findings.add(StatusCode.ACTION_MALFORMED, path, name + " is not the first action");
      }
      if (!beginning && first && i == 0 && claim.version() == 2) {
        findings.add(
            StatusCode.ACTION_MALFORMED, path, "the first action is neither created nor opened");
      }
    }
  }

  private void checkIngredients(
      Manifest manifest, Cbor.Fields action, String path, Findings findings) {
    String name = action.text("action");
    String relationship = NEEDED_RELATIONSHIP.get(name);
    if (relationship == null) {
      return;
    }
    List<Cbor> references =
        action
            .get("parameters")
            .map(Cbor::asFields)
            .map(ActionCheck::ingredients)
            .orElse(List.of());
    boolean resolved =
        references.stream()
            .map(HashedUri::read)
            .allMatch(uri -> isIngredient(manifest, uri.url(), relationship));
    boolean count = name.equals("c2pa.opened") ? references.size() == 1 : !references.isEmpty();
    if (!resolved || !count) {
      findings.add(
          StatusCode.ACTION_INGREDIENT_MISMATCH, path, name + " lacks its " + relationship);
    }
  }

  private static List<Cbor> ingredients(Cbor.Fields parameters) {
    return parameters
        .get("ingredient")
        .map(List::of)
        .orElseGet(() -> parameters.list("ingredients"));
  }

  private boolean isIngredient(Manifest manifest, String url, String relationship) {
    Optional<String> path = HashedUri.path(url, manifest.label());
    return path.filter(p -> p.startsWith(manifest.label() + "/"))
        .flatMap(store::find)
        .flatMap(box -> box.content("cbor"))
        .flatMap(bytes -> Cbor.decode(bytes).asFields().optionalText("relationship"))
        .filter(relationship::equals)
        .isPresent();
  }
}
