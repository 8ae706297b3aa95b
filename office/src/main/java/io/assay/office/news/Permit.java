package io.assay.office.news;

import java.time.LocalDate;

/** The operator's permit for internet news information services (Art. 6, 24). */
public record Permit(String number, String holder, LocalDate validFrom, LocalDate validUntil) {
  boolean inForce(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
