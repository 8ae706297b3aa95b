package io.assay.office.bootstrap;

import java.util.Optional;

/**
 * What the first start made and will never show again. {@link #toString} tells none of it.
 *
 * @param trial keys to try the gateway with; empty in production
 */
public record FirstRun(String adminUser, String adminPassword, Optional<Trial> trial) {

  /** One key whose subject is verified, by decree of the trial, and one whose subject is not. */
  public record Trial(String trialKey, String unverifiedKey) {
    @Override
    public String toString() {
      return "Trial";
    }
  }

  @Override
  public String toString() {
    return "FirstRun[" + adminUser + "]";
  }
}
