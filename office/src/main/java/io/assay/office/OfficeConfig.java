package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the office, section {@code office}; what is left out has its default. */
public record OfficeConfig(
    Mode mode,
    URI publicUrl,
    Integer port,
    StaffPolicy staff,
    IdentityPolicy identity,
    SmsConfig sms,
    VerifierConfig residentVerifier,
    VerifierConfig organisationVerifier,
    CasesConfig cases) {

  /** How strict the office is about shortcuts that only make sense while trying it out. */
  public enum Mode {
    DEVELOPMENT,
    PRODUCTION
  }

  /**
   * Policy for staff accounts; none of these numbers is law.
   *
   * @param failuresBeforeLock failed sign-ins that lock an account
   * @param failuresPerAddress failed sign-ins within {@code lock} that hold an address
   * @param oidc where members can sign in instead of with a password here
   */
  public record StaffPolicy(
      Integer failuresBeforeLock,
      Integer failuresPerAddress,
      Duration lock,
      Duration idle,
      Integer shortestPassword,
      Duration tokenLife,
      OidcConfig oidc) {
    public StaffPolicy(
        @Nullable Integer failuresBeforeLock,
        @Nullable Integer failuresPerAddress,
        @Nullable Duration lock,
        @Nullable Duration idle,
        @Nullable Integer shortestPassword,
        @Nullable Duration tokenLife,
        @Nullable OidcConfig oidc) {
      this.failuresBeforeLock = requireNonNullElse(failuresBeforeLock, 5);
      this.failuresPerAddress = requireNonNullElse(failuresPerAddress, 20);
      this.lock = requireNonNullElse(lock, Duration.ofMinutes(15));
      this.idle = requireNonNullElse(idle, Duration.ofMinutes(30));
      this.shortestPassword = requireNonNullElse(shortestPassword, 12);
      this.tokenLife = requireNonNullElse(tokenLife, Duration.ofDays(90));
      this.oidc = requireNonNullElse(oidc, OidcConfig.none());
      if (this.failuresBeforeLock < 1 || this.failuresPerAddress < 1 || this.shortestPassword < 8) {
        throw new IllegalArgumentException(
            "office.staff: failuresBeforeLock and failuresPerAddress must be at least 1,"
                + " shortestPassword at least 8");
      }
    }

    public static StaffPolicy defaults() {
      return new StaffPolicy(null, null, null, null, null, null, null);
    }
  }

  public OfficeConfig(
      @Nullable Mode mode,
      @Nullable URI publicUrl,
      @Nullable Integer port,
      @Nullable StaffPolicy staff,
      @Nullable IdentityPolicy identity,
      @Nullable SmsConfig sms,
      @Nullable VerifierConfig residentVerifier,
      @Nullable VerifierConfig organisationVerifier,
      @Nullable CasesConfig cases) {
    this.mode = requireNonNullElse(mode, Mode.DEVELOPMENT);
    this.port = requireNonNullElse(port, 8081);
    this.publicUrl = requireNonNullElse(publicUrl, URI.create("http://localhost:" + this.port));
    this.staff = requireNonNullElse(staff, StaffPolicy.defaults());
    this.identity = requireNonNullElse(identity, IdentityPolicy.defaults());
    this.sms = requireNonNullElse(sms, SmsConfig.defaults());
    this.residentVerifier = requireNonNullElse(residentVerifier, VerifierConfig.none());
    this.organisationVerifier = requireNonNullElse(organisationVerifier, VerifierConfig.none());
    this.cases = requireNonNullElse(cases, CasesConfig.defaults());
    if (production() && this.sms.kind() == SmsConfig.Kind.CONSOLE) {
      throw new IllegalArgumentException(
          "office.mode is production, and office.sms.kind is console, which shows one-time codes in"
              + " the log. Set office.sms.kind to http with your provider's address, or to none.");
    }
    if (this.publicUrl.getScheme() == null || this.publicUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "office.publicUrl '" + publicUrl + "' is not an absolute http(s) address");
    }
  }

  public static OfficeConfig defaults() {
    return new OfficeConfig(null, null, null, null, null, null, null, null, null);
  }

  /** The same on another port; a public address that was not given follows it. */
  public OfficeConfig withPort(int other) {
    boolean followed = publicUrl.equals(URI.create("http://localhost:" + port));
    return new OfficeConfig(
        mode,
        followed ? null : publicUrl,
        other,
        staff,
        identity,
        sms,
        residentVerifier,
        organisationVerifier,
        cases);
  }

  /** The same with another sender of codes. */
  public OfficeConfig withSms(SmsConfig sender) {
    return new OfficeConfig(
        mode,
        publicUrl,
        port,
        staff,
        identity,
        sender,
        residentVerifier,
        organisationVerifier,
        cases);
  }

  /** {@code path} under the public address. */
  public String address(String path) {
    return publicUrl.toString().replaceAll("/+$", "") + path;
  }

  public boolean production() {
    return mode == Mode.PRODUCTION;
  }
}
