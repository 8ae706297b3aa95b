package io.assay.mark.c2pa.validation;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.HardBinding;
import io.assay.mark.c2pa.binding.HashAlgorithm;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.JumbfBox;
import io.assay.mark.c2pa.store.Claim;
import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.Manifest;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Validates that a manifest holds exactly the assertions its claim names (section 15.10). */
final class AssertionCheck {
  private final ManifestStore store;
  private final Set<String> redacted;

  /**
   * @param redacted paths of assertions that some claim of the store declares as taken out
   */
  AssertionCheck(ManifestStore store, Set<String> redacted) {
    this.store = store;
    this.redacted = redacted;
  }

  void check(Manifest manifest, Claim claim, Findings findings) {
    Set<String> declared = new HashSet<>();
    Stream.concat(claim.created().stream(), claim.gathered().stream())
        .forEach(uri -> checkReference(manifest, claim, uri, declared, findings));
    Set<String> seen = new HashSet<>();
    for (JumbfBox box : manifest.assertions()) {
      String path = manifest.path("c2pa.assertions/" + box.label());
      if (!declared.contains(path) || !seen.add(path)) {
        findings.add(
            StatusCode.ASSERTION_UNDECLARED, path, box.label() + " is not in the claim, or twice");
      }
      if (redacted.contains(path)) {
        findings.add(StatusCode.ASSERTION_NOT_REDACTED, path, box.label() + " is still there");
      }
    }
    checkHardBindings(manifest, findings);
    claim.redacted().stream()
        .flatMap(url -> HashedUri.path(url, manifest.label()).stream())
        .filter(path -> path.startsWith(manifest.label() + "/"))
        .forEach(
            path ->
                findings.add(
                    StatusCode.ASSERTION_SELF_REDACTED,
                    path,
                    "the claim redacts its own assertion"));
  }

  private void checkReference(
      Manifest manifest, Claim claim, HashedUri uri, Set<String> declared, Findings findings) {
    String claimPath = manifest.path(manifest.claims().getFirst().label());
    Optional<String> path = HashedUri.path(uri.url(), manifest.label());
    if (path.isEmpty() || !path.get().startsWith(manifest.label() + "/")) {
      findings.add(
          StatusCode.ASSERTION_OUTSIDE_MANIFEST, claimPath, uri.url() + " is in another manifest");
      return;
    }
    declared.add(path.get());
    if (redacted.contains(path.get())) {
      return;
    }
    Optional<JumbfBox> box = store.find(path.get());
    if (box.isEmpty()) {
      findings.add(StatusCode.ASSERTION_MISSING, claimPath, uri.url() + " is not there");
      return;
    }
    Optional<HashAlgorithm> algorithm =
        uri.algorithm().or(claim::algorithm).flatMap(HashAlgorithm::of);
    if (algorithm.isEmpty()) {
      findings.add(StatusCode.ALGORITHM_UNSUPPORTED, path.get(), "unknown hash algorithm");
    } else if (Arrays.equals(algorithm.get().hash(box.get().payload()), uri.hash())) {
      findings.add(
          StatusCode.ASSERTION_HASHED_URI_MATCH, path.get(), "hashed uri matched: " + uri.url());
    } else {
      findings.add(
          StatusCode.ASSERTION_HASHED_URI_MISMATCH, path.get(), uri.url() + " was changed");
    }
    box.get().content("cbor").ifPresent(cbor -> checkWellFormed(cbor, path.get(), findings));
  }

  private static void checkWellFormed(byte[] cbor, String path, Findings findings) {
    try {
      Cbor.decode(cbor);
    } catch (MarkException e) {
      findings.add(StatusCode.ASSERTION_CBOR_INVALID, path, String.valueOf(e.getMessage()));
    }
  }

  private static void checkHardBindings(Manifest manifest, Findings findings) {
    List<JumbfBox> bindings =
        manifest.assertions().stream().filter(b -> HardBinding.isHardBinding(b.label())).toList();
    if (manifest.isUpdate()) {
      if (!bindings.isEmpty()) {
        findings.add(
            StatusCode.MANIFEST_UPDATE_INVALID,
            manifest.label(),
            "an update manifest has a hard binding");
      }
    } else if (bindings.isEmpty()) {
      findings.add(
          StatusCode.CLAIM_HARD_BINDINGS_MISSING, manifest.label(), "nothing binds the file");
    } else if (bindings.size() > 1) {
      findings.add(
          StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
          manifest.label(),
          bindings.size() + " hard bindings");
    }
  }
}
