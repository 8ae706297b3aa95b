package io.assay.mark.c2pa.validation;

import io.assay.mark.c2pa.store.HashedUri;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.store.ValidationStatus;
import java.util.ArrayList;
import java.util.List;

/** What checks report about one manifest, in order. */
final class Findings {
  private final List<ValidationStatus> statuses = new ArrayList<>();

  /** Reports about the box at a path from the root of the store. */
  void add(StatusCode code, String path, String explanation) {
    statuses.add(new ValidationStatus(code, HashedUri.absoluteUrl(path), explanation));
  }

  boolean hasFailure() {
    return statuses.stream().anyMatch(ValidationStatus::isFailure);
  }

  List<ValidationStatus> all() {
    return List.copyOf(statuses);
  }
}
