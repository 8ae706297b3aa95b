package io.assay.office.management;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A system of rules that a provider of deep synthesis services has to have (Art. 7). */
public enum ManagementSystem {
  USER_REGISTRATION,
  ALGORITHM_REVIEW,
  ETHICS_REVIEW,
  PUBLISHING_REVIEW,
  DATA_SECURITY,
  PERSONAL_INFORMATION,
  ANTI_FRAUD,
  EMERGENCY;

  /** As addresses write it: {@code data-security}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ManagementSystem> of(String slug) {
    return Stream.of(values()).filter(system -> system.slug().equals(slug)).findFirst();
  }
}
