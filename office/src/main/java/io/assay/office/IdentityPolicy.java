package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Policy of identity verification, section {@code office.identity}. Of its numbers only {@code
 * youngest} is law; times and rates are where the numbers of policy begin, which two people change.
 *
 * @param gate what a subject without verified identity may not do
 * @param codeLife how long a one-time code works
 * @param codeTries how often a code may be entered
 * @param resendAfter how long until another code is sent to the same subject or number
 * @param codesPerDay most codes within 24 hours to the same subject, and to the same number
 * @param attemptsPerDay most questions to a verifier within 24 hours for the same subject
 * @param youngest years of age below which a guardian has to be asked: 14 by Art. 31 of the
 *     Personal Information Protection Law
 * @param life how long a verification holds
 * @param recycledAfter after how long a mobile number that verifies somebody else asks its former
 *     holder to verify again
 * @param keepSealedCopy whether name and number are kept under seal, for deployments to which a law
 *     says so
 * @param revealFor how long a revealed identity can be seen
 * @param network the national network identity service
 */
public record IdentityPolicy(
    Gate gate,
    Duration codeLife,
    Integer codeTries,
    Duration resendAfter,
    Integer codesPerDay,
    Integer attemptsPerDay,
    Integer youngest,
    Duration life,
    Duration recycledAfter,
    Boolean keepSealedCopy,
    Duration revealFor,
    OidcConfig network) {

  /** What a real identity is needed for (Art. 9 asks for it before publishing). */
  public enum Gate {
    GENERATE,
    PUBLISH
  }

  public IdentityPolicy(
      @Nullable Gate gate,
      @Nullable Duration codeLife,
      @Nullable Integer codeTries,
      @Nullable Duration resendAfter,
      @Nullable Integer codesPerDay,
      @Nullable Integer attemptsPerDay,
      @Nullable Integer youngest,
      @Nullable Duration life,
      @Nullable Duration recycledAfter,
      @Nullable Boolean keepSealedCopy,
      @Nullable Duration revealFor,
      @Nullable OidcConfig network) {
    this.gate = requireNonNullElse(gate, Gate.GENERATE);
    this.codeLife = requireNonNullElse(codeLife, Duration.ofMinutes(5));
    this.codeTries = requireNonNullElse(codeTries, 5);
    this.resendAfter = requireNonNullElse(resendAfter, Duration.ofSeconds(60));
    this.codesPerDay = requireNonNullElse(codesPerDay, 10);
    this.attemptsPerDay = requireNonNullElse(attemptsPerDay, 5);
    this.youngest = requireNonNullElse(youngest, 14);
    this.life = requireNonNullElse(life, Duration.ofDays(365));
    this.recycledAfter = requireNonNullElse(recycledAfter, Duration.ofDays(90));
    this.keepSealedCopy = requireNonNullElse(keepSealedCopy, false);
    this.revealFor = requireNonNullElse(revealFor, Duration.ofHours(1));
    this.network = requireNonNullElse(network, OidcConfig.none());
    if (this.codeTries < 1 || this.codesPerDay < 1 || this.attemptsPerDay < 1) {
      throw new IllegalArgumentException(
          "office.identity: codeTries, codesPerDay and attemptsPerDay must be at least 1");
    }
  }

  public static IdentityPolicy defaults() {
    return new IdentityPolicy(
        null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
