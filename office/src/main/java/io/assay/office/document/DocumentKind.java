package io.assay.office.document;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A document that the service discloses (Art. 8; Labeling Measures, Art. 8). */
public enum DocumentKind {
  MANAGEMENT_RULES,
  PLATFORM_COVENANT,
  SERVICE_AGREEMENT,
  PRIVACY_POLICY,
  LABEL_NOTICE;

  /** As addresses and the programming interface write it: {@code service-agreement}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<DocumentKind> of(String slug) {
    return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}
