package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.HardBinding;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.Claim;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.store.ValidationStatus;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Validates a store and the file it belongs to (section 15). */
public final class Validator {
  private final ManifestStore store;
  private final SignatureCheck signatures;
  private final AssertionCheck assertions;
  private final ActionCheck actions;
  private final IngredientCheck ingredients;
  private final Findings ingredientFindings = new Findings();
  private final Set<String> visited = new HashSet<>();

  private Validator(ManifestStore store, TrustAnchors anchors, InstantSource clock) {
    this.store = store;
    this.signatures = new SignatureCheck(anchors, clock);
    this.assertions = new AssertionCheck(store, redacted(store));
    this.actions = new ActionCheck(store);
    this.ingredients = new IngredientCheck(store);
  }

  /**
   * Validates {@code store} against the file it was found in, at {@code storeAt}, or lies beside.
   */
  public static ValidationReport validate(
      Source file,
      List<Range> storeAt,
      ManifestStore store,
      TrustAnchors anchors,
      InstantSource clock) {
    return new Validator(store, anchors, clock)
        .run(new HardBinding.Bound(file, storeAt, Optional.empty()));
  }

  /** Validates {@code store} against the start of a movie it was found in, and one fragment. */
  public static ValidationReport validateFragment(
      Source start,
      Source fragment,
      ManifestStore store,
      TrustAnchors anchors,
      InstantSource clock) {
    return new Validator(store, anchors, clock)
        .run(new HardBinding.Bound(start, List.of(), Optional.empty(), Optional.of(fragment)));
  }

  private ValidationReport run(HardBinding.Bound bound) {
    Findings findings = new Findings();
    SignatureCheck.Signer signer = checkManifest(store.active(), findings);
    bindingManifest().ifPresent(manifest -> checkBinding(bound, manifest, findings));
    return new ValidationReport(
        state(findings),
        store,
        findings.all(),
        ingredientFindings.all(),
        signer.leaf().map(X509Certificate::getSubjectX500Principal).map(Object::toString),
        signer.stampedAt());
  }

  private ValidationReport.State state(Findings findings) {
    boolean sound =
        findings.all().stream()
            .filter(ValidationStatus::isFailure)
            .allMatch(s -> s.code() == StatusCode.SIGNING_CREDENTIAL_UNTRUSTED);
    if (!sound || ingredientFindings.hasFailure()) {
      return ValidationReport.State.INVALID;
    }
    return findings.hasFailure() ? ValidationReport.State.VALID : ValidationReport.State.TRUSTED;
  }

  private SignatureCheck.Signer checkManifest(Manifest manifest, Findings findings) {
    visited.add(manifest.label());
    Optional<Claim> claim = claim(manifest, findings);
    if (claim.isEmpty()) {
      return SignatureCheck.Signer.UNKNOWN;
    }
    SignatureCheck.Signer signer = signatures.check(manifest, claim.get(), findings);
    assertions.check(manifest, claim.get(), findings);
    actions.check(manifest, claim.get(), findings);
    for (IngredientCheck.Followed next : ingredients.check(manifest, claim.get(), findings)) {
      if (!visited.contains(next.manifest().label())) {
        checkIngredient(next);
      }
    }
    return signer;
  }

  /** Findings that were recorded when the ingredient was taken in are not held against the work. */
  private void checkIngredient(IngredientCheck.Followed ingredient) {
    Findings found = new Findings();
    checkManifest(ingredient.manifest(), found);
    for (ValidationStatus status : found.all()) {
      boolean known =
          status.code() == StatusCode.SIGNING_CREDENTIAL_UNTRUSTED
              || ingredient.recorded().contains(status.code().code());
      if (!status.isFailure() || !known) {
        ingredientFindings.add(
            status.code(),
            HashedUri.path(status.url(), ingredient.manifest().label()).orElse(""),
            status.explanation());
      }
    }
  }

  private static Optional<Claim> claim(Manifest manifest, Findings findings) {
    if (manifest.isBroken()) {
      findings.add(
          StatusCode.MANIFEST_COMPRESSED_INVALID,
          manifest.label(),
          "the compressed manifest cannot be expanded");
      return Optional.empty();
    }
    if (manifest.claims().size() != 1) {
      boolean none = manifest.claims().isEmpty();
      findings.add(
          none ? StatusCode.CLAIM_MISSING : StatusCode.CLAIM_MULTIPLE,
          manifest.label(),
          manifest.claims().size() + " claims");
      return Optional.empty();
    }
    String path = manifest.path(manifest.claims().getFirst().label());
    try {
      Cbor.decode(manifest.claims().getFirst().content("cbor").orElse(new byte[0]));
    } catch (MarkException e) {
      findings.add(StatusCode.CLAIM_CBOR_INVALID, path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    try {
      return Optional.of(manifest.claim());
    } catch (MarkException e) {
      findings.add(StatusCode.CLAIM_MALFORMED, path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** The manifest whose hard binding counts: an update manifest leaves that to its parent. */
  private Optional<Manifest> bindingManifest() {
    Manifest manifest = store.active();
    Set<String> seen = new HashSet<>();
    while (manifest.isUpdate() && seen.add(manifest.label())) {
      Optional<Manifest> parent = parent(manifest);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      manifest = parent.get();
    }
    return Optional.of(manifest);
  }

  private Optional<Manifest> parent(Manifest manifest) {
    return claim(manifest, new Findings()).stream()
        .flatMap(claim -> ingredients.check(manifest, claim, new Findings()).stream())
        .filter(IngredientCheck.Followed::parent)
        .map(IngredientCheck.Followed::manifest)
        .findFirst();
  }

  private void checkBinding(HardBinding.Bound bound, Manifest manifest, Findings findings) {
    Optional<String> algorithm = claim(manifest, new Findings()).flatMap(Claim::algorithm);
    List<JumbfBox> bindings = new ArrayList<>(manifest.assertions());
    bindings.removeIf(box -> !HardBinding.isHardBinding(box.label()));
    for (JumbfBox box : bindings) {
      String path = manifest.path("c2pa.assertions/" + box.label());
      try {
        Cbor.Fields assertion = Cbor.decode(box.content("cbor").orElse(new byte[0])).asFields();
        List<HardBinding.Finding> found =
            HardBinding.ofLabel(box.label()).orElseThrow().verify(bound.with(algorithm), assertion);
        found.forEach(each -> findings.add(each.code(), path, each.explanation()));
      } catch (MarkException e) {
        findings.add(StatusCode.GENERAL_ERROR, path, String.valueOf(e.getMessage()));
      }
    }
  }

  private static Set<String> redacted(ManifestStore store) {
    Set<String> paths = new HashSet<>();
    for (Manifest manifest : store.manifests()) {
      claim(manifest, new Findings())
          .ifPresent(
              claim ->
                  claim
                      .redacted()
                      .forEach(url -> HashedUri.path(url, manifest.label()).ifPresent(paths::add)));
    }
    return paths;
  }
}
