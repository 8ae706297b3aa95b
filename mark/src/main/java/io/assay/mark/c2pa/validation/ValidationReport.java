package io.assay.mark.c2pa.validation;

import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.store.ValidationStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What validation found.
 *
 * @param state the verdict on the active manifest and everything it rests on
 * @param store the manifests that were validated
 * @param statuses findings about the active manifest, in the order of the checks
 * @param ingredients findings about the manifests of ingredients
 * @param signer the name in the signing certificate, where it could be read
 * @param stampedAt the time that a trusted time-stamp attests
 */
public record ValidationReport(
    State state,
    ManifestStore store,
    List<ValidationStatus> statuses,
    List<ValidationStatus> ingredients,
    Optional<String> signer,
    Optional<Instant> stampedAt) {
  public ValidationReport {
    statuses = List.copyOf(statuses);
    ingredients = List.copyOf(ingredients);
  }

  /** How far a manifest may be believed (section 14.3.2). */
  public enum State {
    /** Something failed: the file or the manifest was changed, or the signer may not sign. */
    INVALID,
    /** Sound and unchanged, but signed by somebody on no trust list given. */
    VALID,
    /** Valid, and the signer is on a trust list. */
    TRUSTED
  }

  /** Whether the active manifest received a code. */
  public boolean has(StatusCode code) {
    return statuses.stream().anyMatch(status -> status.code() == code);
  }

  public List<ValidationStatus> failures() {
    return statuses.stream().filter(ValidationStatus::isFailure).toList();
  }
}
