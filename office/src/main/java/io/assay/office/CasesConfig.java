package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of clocks, notices and cases, section {@code office.cases}; none of these numbers is
 * law.
 *
 * @param calendarKeys Ed25519 public keys whose year files are believed, beside the one that ships
 * @param attachmentLimit largest attachment in bytes
 * @param attachmentCount most attachments of one message
 * @param intakePerHour most cases and messages from one address within an hour
 * @param effortBits leading zero bits that a browser has to find before a form is taken; 0 for none
 * @param reporting how authorities are told
 * @param kept how long contact data and attachments are kept after a case is closed
 */
public record CasesConfig(
    List<String> calendarKeys,
    MailConfig mail,
    QuietHours quiet,
    Integer attachmentLimit,
    Integer attachmentCount,
    Integer intakePerHour,
    Integer effortBits,
    Duration kept,
    ReportingConfig reporting) {

  /**
   * How mail leaves; without a host none does.
   *
   * @param addresses where mail for a role goes, by the role's name
   */
  public record MailConfig(
      String host,
      Integer port,
      String user,
      String password,
      Boolean startTls,
      String from,
      String language,
      Map<String, String> addresses) {
    public MailConfig(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        @Nullable Boolean startTls,
        @Nullable String from,
        @Nullable String language,
        @Nullable Map<String, String> addresses) {
      this.host = requireNonNullElse(host, "");
      this.port = requireNonNullElse(port, 587);
      this.user = requireNonNullElse(user, "");
      this.password = requireNonNullElse(password, "");
      this.startTls = requireNonNullElse(startTls, true);
      this.from = requireNonNullElse(from, "");
      this.language = requireNonNullElse(language, "zh");
      this.addresses = addresses == null ? Map.of() : Map.copyOf(addresses);
      if (!this.host.isEmpty() && !this.from.contains("@")) {
        throw new IllegalArgumentException("office.cases.mail: a host needs an address in from");
      }
    }

    public boolean offered() {
      return !host.isEmpty();
    }

    @Override
    public String toString() {
      return "MailConfig[" + host + ":" + port + ", from " + from + "]";
    }
  }

  /** When notices that are not urgent wait until morning, in the time of Shanghai. */
  public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours(@Nullable LocalTime from, @Nullable LocalTime to) {
      this.from = requireNonNullElse(from, LocalTime.of(22, 0));
      this.to = requireNonNullElse(to, LocalTime.of(7, 0));
    }
  }

  public CasesConfig(
      @Nullable List<String> calendarKeys,
      @Nullable MailConfig mail,
      @Nullable QuietHours quiet,
      @Nullable Integer attachmentLimit,
      @Nullable Integer attachmentCount,
      @Nullable Integer intakePerHour,
      @Nullable Integer effortBits,
      @Nullable Duration kept,
      @Nullable ReportingConfig reporting) {
    this.calendarKeys = calendarKeys == null ? List.of() : List.copyOf(calendarKeys);
    this.mail =
        requireNonNullElse(mail, new MailConfig(null, null, null, null, null, null, null, null));
    this.quiet = requireNonNullElse(quiet, new QuietHours(null, null));
    this.attachmentLimit = requireNonNullElse(attachmentLimit, 10_000_000);
    this.attachmentCount = requireNonNullElse(attachmentCount, 5);
    this.intakePerHour = requireNonNullElse(intakePerHour, 10);
    this.effortBits = requireNonNullElse(effortBits, 12);
    this.kept = requireNonNullElse(kept, Duration.ofDays(3 * 365));
    this.reporting = requireNonNullElse(reporting, new ReportingConfig(null, null, null));
    if (this.effortBits < 0 || this.effortBits > 24) {
      throw new IllegalArgumentException("office.cases.effortBits must be between 0 and 24");
    }
  }

  public static CasesConfig defaults() {
    return new CasesConfig(null, null, null, null, null, null, null, null, null);
  }
}
