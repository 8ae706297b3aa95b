package io.assay.office.intake;

import io.assay.office.visit.Visits;
import org.springframework.stereotype.Component;

/** Holds back an address that comes too often. */
@Component
class Turnstile {
  private final Visits visits;
  private final IntakeNumbers numbers;

  Turnstile(Visits visits, IntakeNumbers numbers) {
    this.visits = visits;
    this.numbers = numbers;
  }

  /** Whether the address may send a form; counts it when it may. */
  boolean admits(String address, Effort.Proof proof) {
    return switch (proof) {
      case WORK -> visits.admits("form", address, numbers.perHour());
      case PATIENCE -> visits.admits("form", address, numbers.perHourUnproven());
      case NONE -> false;
    };
  }

  /** Whether the address may try one more receipt code; counts it when it may. */
  boolean admitsCode(String address) {
    return visits.admits("code", address, numbers.codesPerHour());
  }
}
